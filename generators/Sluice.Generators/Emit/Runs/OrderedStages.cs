using Sluice.Compiler.Lower;

namespace Sluice.Generators.Emit;

/// <summary>
/// Prints stages one after the other, for the caller's stack or for a segment of a straight line. They start in this order if each
/// completes at once.
/// </summary>
/// <param name="writer">The writer.</param>
/// <param name="emission">The entry point.</param>
/// <param name="frame">The frame that has the values.</param>
/// <param name="at">The expression of the index of the stage that started last, or the complement of one that is about to.</param>
/// <param name="failures">The expression of the failures that the run goes on after.</param>
internal sealed class OrderedStages(
    SourceWriter writer,
    EntryPointEmission emission,
    Frame frame,
    string at,
    string failures
)
{
    private readonly StepPrinter _steps = new(writer, emission, frame);
    private readonly LoopStatements _loops = new(writer, emission, frame);

    /// <summary>Prints a stage.</summary>
    public void Write(LoweredStage stage)
    {
        foreach (var place in stage.BeginsRoundsOf)
        {
            _loops.Begin(place);
        }

        if (_steps.Decide(stage) is null)
        {
            WriteWithFailure(stage);
            return;
        }

        using (writer.Block($"if ({frame.Skipped(stage.Place)} is null)"))
        {
            WriteWithFailure(stage);
        }

        writer.Line();
    }

    private void WriteWithFailure(LoweredStage stage)
    {
        if (stage.Rounds is not null)
        {
            WriteRounds(stage);
            return;
        }

        if (!stage.KeepsFailure && !stage.Refuses)
        {
            WriteStage(stage);
            return;
        }

        using (writer.Block("try"))
        {
            WriteStage(stage);
        }

        var exception = emission.Names.Exception;
        using (writer.Block(Catch()))
        {
            if (stage.KeepsFailure)
            {
                GuardStatements.WriteRefusal(writer, stage, exception);
                _steps.Keep(stage, exception, $"{failures}.Add({exception});", $"{failures}.IsEmpty");
            }
            else
            {
                writer.Line($"throw {GuardStatements.Refusal(stage, exception)};");
            }
        }

        writer.Line();
    }

    // The repeated stages are consecutive, so a guard jumps back to the first of them.
    private void WriteRounds(LoweredStage guard)
    {
        var statements = new GuardStatements(writer, emission, frame);
        var attempts = frame.Slot(guard.Place, SlotKind.Attempts);
        using (writer.Block("try"))
        {
            WriteStage(guard);
        }

        using (writer.Block(Catch()))
        {
            writer.Line($"{attempts}.Refuse({emission.Names.Exception});");
        }

        // There is no further round if the caller has cancelled the run.
        var isOver = emission.Run.HasToken ? $"{frame.Token}.IsCancellationRequested" : null;
        var thrown = emission.Names.Thrown;
        writer.Line();
        using (writer.Block($"if ({attempts}.HasRefused)"))
        {
            using (writer.Block($"if ({statements.Failure(guard, isOver)} is {{ }} {thrown})"))
            {
                if (guard.KeepsFailure)
                {
                    _steps.Keep(guard, thrown, $"{failures}.Add({thrown});", $"{failures}.IsEmpty");
                }
                else
                {
                    writer.Line($"throw {thrown};");
                }
            }

            using (writer.Block("else"))
            {
                statements.Prepare(guard);
                writer.Line($"goto {Label(guard.Place)};");
            }
        }

        writer.Line();
    }

    private string Catch() =>
        $"catch ({Known.Exception} {emission.Names.Exception}) when (!{Known.Services}.FailedRun.IsCancellation({emission.Names.Exception}, {frame.Token}))";

    private string Label(Place guard) => emission.Member(guard, NameForm.Again);

    private void WriteStage(LoweredStage stage)
    {
        writer.Line(
            stage.Steps.Entering.Contains(StageStep.Enter) ? Enter(frame.Token, at, stage) : $"{at} = {stage.Report};"
        );
        if (stage.Call.IsAwaited)
        {
            WriteAwaited(stage);
        }
        else
        {
            _steps.Run(stage);
        }
    }

    /// <summary>The statement that notes the start of a stage, or ends the run if its caller has cancelled it.</summary>
    public static string Enter(string token, string at, LoweredStage stage) =>
        $"{Known.Services}.StageStart.Enter(ref {at}, {stage.Report}, {token});";

    private void WriteAwaited(LoweredStage stage)
    {
        var task = emission.Local(stage.Place, NameForm.Task);
        var type = Known.ValueTaskOf(EntryPointEmission.ReturnedBy(stage));
        _steps.Start(stage, call => $"{writer.Var(type)} {task} = {call};");
        using (writer.Block($"if (!{task}.IsCompleted)"))
        {
            WriteSuspension(emission.Shape.Suspensions.Single(suspension => suspension.Stage == stage), task);
        }

        writer.Line();
        _steps.End(stage, stage.IsEffect ? $"{task}.GetAwaiter().GetResult()" : $"{task}.Result");
    }

    private void WriteSuspension(SuspensionPoint suspension, string task)
    {
        if (suspension.IsFirst)
        {
            writer.Line("// It goes on elsewhere: in a run object, which the last stage completes.");
        }

        var run = emission.Names.Run;
        writer.Line($"{run} = {EntryPointBody.Rent(emission)};");
        writer.Line($"{run}.{emission.TaskField(suspension.Stage)}.Begin({task});");
        writer.Line($"{emission.Names.Stage} = {suspension.Stage.Place};");
        writer.Line($"goto {EntryPointBody.SuspendLabel};");
    }
}
