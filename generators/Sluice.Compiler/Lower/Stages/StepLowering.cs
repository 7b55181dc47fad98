using Sluice.Compiler.Model;
using Sluice.Compiler.Plan;

namespace Sluice.Compiler.Lower;

/// <summary>Finds the steps in the life of each stage.</summary>
/// <param name="model">The pipeline.</param>
/// <param name="run">The properties that all runs share.</param>
internal sealed class StepLowering(PipelineModel model, RunTraits run)
{
    /// <summary>The steps of a stage.</summary>
    /// <param name="stage">The stage, with its slots.</param>
    public StageSteps Of(LoweredStage stage) =>
        new([.. Deciding(stage)], [.. Entering(stage)], [.. Starting(stage)], [.. Ending(stage)]);

    private IEnumerable<StageStep> Deciding(LoweredStage stage)
    {
        if (run.IsObserved)
        {
            yield return StageStep.TellReady;
        }

        if (stage.Skip is null)
        {
            yield break;
        }

        yield return StageStep.Decide;
        if (stage.ForgetsFailure)
        {
            yield return StageStep.ForgetFailureIfSkipped;
        }

        if (run.IsObserved)
        {
            yield return StageStep.TellDecision;
        }
    }

    private IEnumerable<StageStep> Entering(LoweredStage stage)
    {
        if (stage.Call.IsOffloaded)
        {
            if (run.HasToken)
            {
                yield return StageStep.CheckCancelled;
            }

            yield return StageStep.Offload;
        }

        yield return run.HasToken ? StageStep.Enter : StageStep.MarkStarted;
    }

    private IEnumerable<StageStep> Starting(LoweredStage stage)
    {
        if (stage.Has(SlotKind.Started))
        {
            yield return StageStep.TakeStartTime;
        }

        if (stage.BeginsTimeOf.Count > 0)
        {
            yield return StageStep.BeginGuardTime;
        }

        if (stage.IsInRounds)
        {
            yield return StageStep.CountCall;
        }

        if (run.IsObserved)
        {
            yield return StageStep.TellStarted;
        }

        if (stage.Call.IsAwaited)
        {
            yield return StageStep.Call;
        }
    }

    private IEnumerable<StageStep> Ending(LoweredStage stage)
    {
        yield return StageStep.Take;
        if (stage.ForgetsFailure)
        {
            yield return StageStep.ForgetFailure;
        }

        // Before anything else is done with the value that may fail.
        if (stage.Disposal != PlannedDisposal.None)
        {
            yield return StageStep.Dispose;
        }

        if (run.Measures)
        {
            yield return StageStep.TakeEndTime;
        }

        if (stage.Route is not null)
        {
            yield return StageStep.CheckRoute;
        }

        if (stage is { Declaration.Guard: not null, IsEffect: false } && IsBoolean(stage))
        {
            yield return StageStep.CheckGuard;
        }

        if (stage.Declaration.Compensation is not null)
        {
            yield return StageStep.MarkCompensable;
        }

        if (run.IsObserved)
        {
            yield return StageStep.TellEnded;
        }
    }

    private bool IsBoolean(LoweredStage stage) => model.Types[stage.Declaration.OutputType].Identity == "bool";
}
