using System.ComponentModel;

namespace Sluice.CompilerServices;

/// <summary>The settings of a guard that has stages run again. Made once for each guard.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class GuardSettings
{
    private readonly int[] _region;

    /// <summary>Makes the settings of a guard.</summary>
    /// <param name="guard">Its name.</param>
    /// <param name="stage">Its index.</param>
    /// <param name="region">The indexes of the stages that run again, without its own.</param>
    /// <param name="attempts">The greatest number of attempts.</param>
    /// <param name="timeout">The time after the first start within which a further attempt may begin; zero for no limit.</param>
    /// <param name="needsProgress">Whether the guard gives up if the retried stage returns the same value twice in a row.</param>
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

    /// <summary>The failure that stages and observers see if the guard has returned <see langword="false"/>. It is not thrown.</summary>
    internal GuardFailedException Refusal { get; }
}
