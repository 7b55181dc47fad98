namespace Sluice.FunctionalTests.Harness;

/// <summary>Takes results without awaiting, where a test must stay on its thread.</summary>
internal static class Taken
{
    /// <summary>The result of a run that has ended. What it threw is thrown; where it has not ended, that is the failure.</summary>
    public static T From<T>(ValueTask<T> task) =>
        task.IsCompleted
            ? task.GetAwaiter().GetResult()
            : throw new InvalidOperationException("The run has not ended.");
}
