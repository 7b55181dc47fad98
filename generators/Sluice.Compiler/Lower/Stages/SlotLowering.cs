using Sluice.Compiler.Model;
using Sluice.Compiler.Plan;

namespace Sluice.Compiler.Lower;

/// <summary>Finds the slots that a run has for each stage.</summary>
/// <param name="model">The pipeline.</param>
/// <param name="plan">The plan of the entry point.</param>
/// <param name="run">The properties that all runs share.</param>
internal sealed class SlotLowering(PipelineModel model, ExecutionPlan plan, RunTraits run)
{
    /// <summary>The slots that hold what a run knows of a stage: its output, and how it ended as far as that is asked for.</summary>
    public IEnumerable<Slot> Values(LoweredStage stage, PlannedStage planned)
    {
        if (!stage.IsEffect)
        {
            var holdsReferences = stage.Output.Type < 0 || model.Types[stage.Output.Type].HoldsReferences;
            yield return new Slot(stage.Place, SlotKind.Output, holdsReferences);
        }

        if (planned.MayBeAbsent || stage.Skip is not null || stage.Call.MayReturnReason)
        {
            yield return new Slot(stage.Place, SlotKind.Skipped, IsCleared: true);
        }

        if (stage.KeepsFailure)
        {
            yield return new Slot(stage.Place, SlotKind.Failure, IsCleared: true);
            if (stage.Declaration.IsEntryPoint)
            {
                yield return new Slot(stage.Place, SlotKind.Nested, IsCleared: true);
            }
        }

        // The report reads the times of a stage that has not started, too, so that those of the last run must be gone.
        if (run.Measures || (stage.Call.MayReturnReason && stage.Skip is not null))
        {
            yield return new Slot(stage.Place, SlotKind.Started, IsCleared: true);
        }

        if (run.Measures)
        {
            yield return new Slot(stage.Place, SlotKind.Stopped, IsCleared: true);
        }
    }

    /// <summary>The slots by which a run keeps track of a stage.</summary>
    public IEnumerable<Slot> Controls(LoweredStage stage)
    {
        if (stage.Call.IsAwaited)
        {
            yield return new Slot(stage.Place, SlotKind.Awaiter, IsCleared: true);
        }

        if (plan.Lowering == PlanLowering.Concurrent)
        {
            if (stage.Call.IsOffloaded)
            {
                yield return new Slot(stage.Place, SlotKind.Start);
            }

            if (stage.Call.IsAwaited)
            {
                yield return new Slot(stage.Place, SlotKind.Ended);
            }

            if (stage.IsJoin)
            {
                yield return new Slot(stage.Place, SlotKind.Waiting);
            }

            foreach (var merge in stage.Merges)
            {
                yield return new Slot(stage.Place, SlotKind.Merge, Number: merge.Number);
            }
        }

        if ((stage.Rounds is not null || stage.Loop is not null) && plan.Lowering == PlanLowering.Concurrent)
        {
            yield return new Slot(stage.Place, SlotKind.Repeats);
        }

        if (stage.Rounds is not null)
        {
            yield return new Slot(stage.Place, SlotKind.Attempts, IsCleared: true);
        }

        if (stage.Loop is not null)
        {
            yield return new Slot(stage.Place, SlotKind.Loop, IsCleared: true);
        }
    }
}
