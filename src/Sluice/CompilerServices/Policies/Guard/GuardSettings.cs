using System.ComponentModel;

namespace Sluice.CompilerServices;

/// <summary>What a guard declares that has stages run again. Made once for each guard.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class GuardSettings
{
    private readonly int[] _region;

    /// <summary>Makes the settings of a guard.</summary>
    /// <param name="guard">Its name.</param>
    /// <param name="stage">Its index.</param>
    /// <param name="region">The indexes of the stages that run again, without its own.</param>
    /// <param name="attempts">How often they run at most.</param>
    /// <param name="timeout">How long after the first start a further attempt may begin, or nothing for no limit.</param>
    /// <param name="needsProgress">Whether it gives up if the retried stage gives the same value twice in a row.</param>
    public GuardSettings(string guard, int stage, int[] region, int attempts, TimeSpan timeout, bool needsProgress)
    {
        _region = region;
        Guard = guard;
        Stage = stage;
        Attempts = attempts;
        Timeout = timeout;
        NeedsProgress = needsProgress;
        Refusal = GuardFailure.Exception(guard, GuardFailureReason.NotRetried, attempts: 1, exception: null);
    }

    internal string Guard { get; }

    internal int Stage { get; }

    internal ReadOnlySpan<int> Region => _region;

    internal int Attempts { get; }

    internal TimeSpan Timeout { get; }

    internal bool NeedsProgress { get; }

    /// <summary>What stages and observers are told of a guard that has returned <see langword="false"/>: nothing is thrown then.</summary>
    internal GuardFailedException Refusal { get; }
}
