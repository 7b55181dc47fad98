namespace Sluice.CompilerServices.Streams;

/// <summary>
/// Describes a stream that was not read to its end when its run failed or was cancelled. Its stage counts as cancelled.
/// </summary>
internal static class UnreadStream
{
    /// <summary>Creates the cancellation of the stage.</summary>
    /// <param name="stage">The name of the stage.</param>
    /// <param name="cause">The exception that ended the run.</param>
    public static Exception Exception(string stage, Exception cause) =>
        cause as OperationCanceledException
        ?? new OperationCanceledException($"The run ended before the stream of '{stage}' was read to its end.", cause);
}
