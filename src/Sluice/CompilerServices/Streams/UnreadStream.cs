namespace Sluice.CompilerServices.Streams;

/// <summary>A stream that was not read to its end when its run ended badly: its stage was cancelled.</summary>
internal static class UnreadStream
{
    /// <summary>What the stage was cancelled with.</summary>
    /// <param name="stage">The stage's name.</param>
    /// <param name="cause">What the run ended with.</param>
    public static Exception Exception(string stage, Exception cause) =>
        cause as OperationCanceledException
        ?? new OperationCanceledException(
            $"The run has ended before the stream of '{stage}' was read to its end.",
            cause
        );
}
