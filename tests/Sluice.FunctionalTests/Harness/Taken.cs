namespace Sluice.FunctionalTests.Harness;

/// <summary>Takes results without awaiting, for tests that must stay on their thread.</summary>
internal static class Taken
{
    /// <summary>Returns the result of a run that has ended, or throws its exception. Throws if the run has not ended.</summary>
    public static T From<T>(ValueTask<T> task) =>
        task.IsCompleted
            ? task.GetAwaiter().GetResult()
            : throw new InvalidOperationException("The run has not ended.");
}
