using Sluice.Compiler.Model;
using Sluice.Compiler.Policies;

namespace Sluice.Compiler.Bind;

/// <summary>Determines why a run has to wait for a stage after its call has returned.</summary>
internal static class WaitReasons
{
    /// <summary>Returns the reason, or <see langword="null"/> if nothing has to be waited for.</summary>
    /// <param name="stage">The stage.</param>
    /// <param name="mayEndLater">Whether the stage may complete after its call has returned, for any reason.</param>
    public static WaitReason? Of(StageModel stage, bool mayEndLater) =>
        !mayEndLater ? OfCompensation(stage.Compensation) ?? OfDisposal(stage.Disposal)
        : stage.Return != ReturnShape.Synchronous ? new WaitReason("is asynchronous", "make the stage synchronous")
        : stage.IsOffloaded ? new WaitReason("is offloaded", "make the stage synchronous")
        : stage.Policies.Select(policy => policy.Wait).FirstOrDefault(wait => wait is not null)
            ?? new WaitReason("enumerates a stream", "give the stage a collection that is not a stream");

    private static WaitReason? OfCompensation(PolicyMethodModel? compensation) =>
        compensation is { Return: not ReturnShape.Synchronous, MethodName: var name }
            ? new WaitReason($"is undone by '{name}', which is asynchronous", $"make '{name}' synchronous")
            : null;

    private static WaitReason? OfDisposal(Disposal disposal) =>
        disposal == Disposal.Asynchronous
            ? new WaitReason(
                "produces a value that can be disposed of only asynchronously",
                "let the type of the value implement IDisposable as well"
            )
            : null;
}
