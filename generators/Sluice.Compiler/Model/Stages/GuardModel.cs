using Sluice.Compiler.Policies;

namespace Sluice.Compiler.Model;

/// <summary>What a stage that guards others does where it does not pass.</summary>
/// <param name="Retry">The name of the stage from which on all runs again, as written, or <see langword="null"/>.</param>
/// <param name="Attempts">How often they run at most.</param>
/// <param name="Timeout">How long after the first start a further attempt may begin, in ticks, or 0.</param>
/// <param name="AllowsNoProgress">Whether attempts go on although the retried stage gave the same value again.</param>
/// <param name="IsOfOtherAssembly">Whether another assembly declares it, whose other pipelines may take what it returns.</param>
internal sealed record GuardModel(
    string? Retry,
    int Attempts,
    long Timeout,
    bool AllowsNoProgress,
    bool IsOfOtherAssembly = false
)
{
    /// <summary>The guard as a reader of its attribute would write it.</summary>
    public string Display =>
        Retry is null
            ? "Guard"
            : PolicyDisplay.Of(
                "Guard",
                PolicyDisplay.Named("Retry", Retry),
                PolicyDisplay.Named("Attempts", PolicyDisplay.Number(Attempts)),
                Timeout == 0 ? null : PolicyDisplay.Named("Timeout", PolicyDisplay.Time(Timeout)),
                AllowsNoProgress ? "AllowNoProgress" : null
            );
}
