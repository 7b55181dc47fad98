using Sluice.Compiler.Lower;

namespace Sluice.Generators.Emit;

/// <summary>Prints the stages of a segment of a sequential run: a state machine.</summary>
/// <remarks>
/// A state has the number of the stage whose end begins it. If the stage is about to start on the thread pool, the number of stages is
/// added. A negative state is the start, or a stage that is under way when the run moves into its object.
/// </remarks>
internal sealed class SequentialSteps(
    SourceWriter writer,
    EntryPointEmission emission,
    IReadOnlyList<LoweredStage> stages
)
{
    /// <summary>The state in which a segment begins.</summary>
    public const int Start = -1;

    /// <summary>The state of a run that moves into its object while a stage is under way.</summary>
    /// <param name="place">The number of the stage.</param>
    public static int UnderWay(int place) => Start - 1 - place;

    private readonly StepPrinter _steps = new(writer, emission, emission.Fields);
    private readonly LoopStatements _loops = new(writer, emission, emission.Fields);
    private bool _isInState;

    /// <summary>Prints the body of the segment's method.</summary>
    public void Write()
    {
        using (writer.Block("switch (_step)"))
        {
            if (emission.Shape.StartsInObject)
            {
                writer.Line($"case {Start}:");
                _isInState = true;
            }

            foreach (var stage in stages)
            {
                WriteStage(stage);
            }

            using (writer.Indent())
            {
                writer.Line("return true;");
            }

            writer.Line("default:");
            using (writer.Indent())
            {
                writer.Line("throw new global::System.Diagnostics.UnreachableException();");
            }
        }
    }

    private void WriteStage(LoweredStage stage)
    {
        var starts = _isInState;
        foreach (var decision in stage.BeginsRoundsOf)
        {
            _loops.Begin(decision);
        }

        if (starts)
        {
            using (writer.Indent())
            {
                WriteStart(stage);
            }
        }

        if (stage.Call.IsAwaited)
        {
            WriteEnd(stage);
        }

        // If a stage is skipped, or fails when it starts, the run goes on after the stage's end.
        if (starts && (stage.Skip is not null || (stage.KeepsFailure && stage.Call.IsAwaited)))
        {
            writer.Line($"{LabelOf(stage)}:");
        }
    }

    private void WriteStart(LoweredStage stage)
    {
        if (_steps.Decide(stage) is { } isSkipped)
        {
            using (writer.Block($"if ({isSkipped})"))
            {
                writer.Line($"goto {LabelOf(stage)};");
            }

            writer.Line();
        }

        foreach (var step in stage.Steps.Entering)
        {
            switch (step)
            {
                case StageStep.CheckCancelled:
                    WriteCancellationCheck(stage);
                    break;
                case StageStep.Enter:
                    writer.Line(OrderedStages.Enter("CallerToken", "_at", stage));
                    break;
                case StageStep.Offload:
                    WriteOffload(stage);
                    break;
                default:
                    writer.Line($"_at = {stage.Report};");
                    break;
            }
        }

        if (!stage.Call.IsAwaited)
        {
            WriteWithFailure(stage, isLast: true, () => _steps.Run(stage));
            return;
        }

        WriteWithFailure(stage, isLast: false, () => _steps.Begin(stage));
        if (emission.Shape.StartsInObject)
        {
            WriteWait(stage);
        }
        else
        {
            writer.Line($"goto case {UnderWay(stage.Place.Value)};");
        }
    }

    private void WriteWait(LoweredStage stage)
    {
        var task = emission.TaskField(stage);
        using (writer.Block($"if (!{task}.IsCompleted)"))
        {
            writer.Line($"_step = {stage.Place};");
            writer.Line($"return {task}.Wait(Continuation);");
        }

        writer.Line();
        writer.Line($"goto case {stage.Place};");
    }

    private void WriteCancellationCheck(LoweredStage stage)
    {
        using (writer.Block("if (CallerToken.IsCancellationRequested)"))
        {
            writer.Line($"_at = ~{stage.Report};");
            writer.Line("CallerToken.ThrowIfCancellationRequested();");
        }

        writer.Line();
    }

    private void WriteOffload(LoweredStage stage)
    {
        var state = emission.Stages.Count + stage.Place.Value;
        writer.Line($"_step = {state};");
        writer.Line("Offload();");
        writer.Line("return false;");
        writer.Line($"case {state}: // {CommentText.Of(stage.Name)} starts on the thread pool.");
    }

    private void WriteEnd(LoweredStage stage)
    {
        if (!emission.Shape.StartsInObject)
        {
            writer.Line($"case {UnderWay(stage.Place.Value)}: // {CommentText.Of(stage.Name)} is under way.");
            using (writer.Indent())
            {
                WriteWait(stage);
            }
        }

        writer.Line($"case {stage.Place}: // {CommentText.Of(stage.Name)} has ended.");
        _isInState = true;
        using (writer.Indent())
        {
            WriteWithFailure(stage, isLast: true, () => _steps.EndTask(stage));
        }
    }

    private void WriteWithFailure(LoweredStage stage, bool isLast, Action write)
    {
        if (!stage.KeepsFailure && !stage.Refuses)
        {
            write();
            return;
        }

        using (writer.Block("try"))
        {
            write();
        }

        using (
            writer.Block(
                $"catch ({Known.Exception} exception) when (!{Known.Services}.FailedRun.IsCancellation(exception, CallerToken))"
            )
        )
        {
            if (!stage.KeepsFailure)
            {
                writer.Line($"throw {GuardStatements.Refusal(stage, "exception")};");
            }
            else
            {
                GuardStatements.WriteRefusal(writer, stage, "exception");
                _steps.Keep(stage, "exception", "_failures.Add(exception);", "_failures.IsEmpty");
                if (!isLast)
                {
                    writer.Line($"goto {LabelOf(stage)};");
                }
            }
        }

        writer.Line();
    }

    private string LabelOf(LoweredStage stage) => emission.Member(stage.Place, NameForm.Settled);
}
