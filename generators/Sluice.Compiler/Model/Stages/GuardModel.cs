using Sluice.Compiler.Policies;

namespace Sluice.Compiler.Model;

/// <summary>The behaviour of a guard that does not pass.</summary>
/// <param name="Retry">
/// The name of the stage from which the run is repeated, as written, or <see langword="null"/>.
/// </param>
/// <param name="Attempts">The maximum number of attempts.</param>
/// <param name="Timeout">
/// The time after the first start within which another attempt may begin, in ticks, or 0 if there is no limit.
/// </param>
/// <param name="AllowsNoProgress">
/// Whether attempts continue although the retried stage returned the same value again.
/// </param>
/// <param name="IsOfOtherAssembly">
/// Whether another assembly declares the guard, so other pipelines there may use its output.
/// </param>
internal sealed record GuardModel(
    string? Retry,
    int Attempts,
    long Timeout,
    bool AllowsNoProgress,
    bool IsOfOtherAssembly = false
)
{
    /// <summary>The guard in the form of its attribute.</summary>
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
