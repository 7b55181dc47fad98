using Sluice.Compiler.Model;

namespace Sluice.Compiler.Bind;

/// <summary>Why a stage may end later than its call returns, or has to be awaited after its run.</summary>
/// <param name="Text">A clause that says it.</param>
/// <param name="Remedy">What to do so that it need not.</param>
internal sealed record WaitReason(string Text, string Remedy)
{
    /// <summary>The reason, or <see langword="null"/> where nothing is waited for.</summary>
    /// <param name="stage">The stage.</param>
    /// <param name="mayEndLater">Whether it may end later than its call returns, for whatever reason.</param>
    public static WaitReason? Of(StageModel stage, bool mayEndLater) =>
        !mayEndLater ? OfCompensation(stage.Compensation) ?? OfDisposal(stage.Disposal)
        : stage.Return != ReturnShape.Synchronous ? new WaitReason("is asynchronous", "make the stage synchronous")
        : stage.IsOffloaded ? new WaitReason("is offloaded", "make the stage synchronous")
        : (stage.Policies is { } policies ? Of(stage, policies) : null)
            ?? new WaitReason("goes through a stream", "give the stage a collection that is no stream");

    private static WaitReason? Of(StageModel stage, StagePolicies policies)
    {
        if (policies.Fallback is { Method: { Return: not ReturnShape.Synchronous, MethodName: var fallback } })
        {
            return new WaitReason(
                $"falls back to '{fallback}', which is asynchronous",
                $"make '{fallback}' synchronous"
            );
        }

        if (policies.Cached is not null)
        {
            return new WaitReason("waits where [Cached] finds another run at the same key", "remove [Cached]");
        }

        if (policies.Retry is { Waits: true } retry)
        {
            return retry.Delay > 0
                ? new WaitReason("waits for the delay of its [Retry]", "remove the delay")
                : new WaitReason(
                    "waits where its outcome asks its [Retry] for it with 'Outcome.Retry'",
                    "remove [Retry]"
                );
        }

        if (policies.RateLimit is not null)
        {
            return new WaitReason("waits for its turn by [RateLimit]", "remove [RateLimit]");
        }

        if (policies.Concurrency is not null)
        {
            return new WaitReason("waits for a place by [Concurrency]", "remove [Concurrency]");
        }

        return policies
            .Interceptors.Where(interceptor => !interceptor.IsSynchronous)
            .Select(interceptor => new WaitReason(
                $"is awaited by interceptor '{interceptor.DisplayName}'",
                $"let '{interceptor.DisplayName}' implement 'ISynchronousStageInterceptor' as well"
            ))
            .FirstOrDefault();
    }

    private static WaitReason? OfCompensation(PolicyMethodModel? compensation) =>
        compensation is { Return: not ReturnShape.Synchronous, MethodName: var name }
            ? new WaitReason($"is undone by '{name}', which is asynchronous", $"make '{name}' synchronous")
            : null;

    private static WaitReason? OfDisposal(Disposal disposal) =>
        disposal == Disposal.Asynchronous
            ? new WaitReason(
                "makes what can only be disposed of asynchronously",
                "let what the stage makes implement IDisposable as well"
            )
            : null;
}
