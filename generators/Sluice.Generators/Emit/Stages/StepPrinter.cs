using Microsoft.CodeAnalysis.CSharp;
using Sluice.Compiler.Lower;
using Sluice.Compiler.Plan;

namespace Sluice.Generators.Emit;

/// <summary>Prints the steps of stages that read the same in every shape of a run.</summary>
/// <param name="writer">The writer.</param>
/// <param name="emission">The entry point.</param>
/// <param name="frame">The frame that has the values.</param>
internal sealed class StepPrinter(SourceWriter writer, EntryPointEmission emission, Frame frame)
{
    private readonly StageCall _call = new(emission, frame);
    private readonly SkipReason _skipReason = new(emission, frame);
    private readonly GuardStatements _guards = new(writer, emission, frame);
    private readonly LoopStatements _loops = new(writer, emission, frame);

    /// <summary>Prints the steps that decide whether a stage runs.</summary>
    /// <param name="stage">The stage.</param>
    /// <param name="tellsReady">Whether the observer has to be told that the stage is ready.</param>
    /// <returns>The condition under which it does not run, or <see langword="null"/> if it always does.</returns>
    public string? Decide(LoweredStage stage, bool tellsReady = true)
    {
        foreach (var step in stage.Steps.Deciding.Where(step => tellsReady || step != StageStep.TellReady))
        {
            Print(stage, step);
        }

        return stage.Skip is null ? null : $"{frame.Skipped(stage.Place)} is not null";
    }

    /// <summary>Prints the steps before a call, and the call itself if it returns a task.</summary>
    /// <param name="stage">The stage.</param>
    /// <param name="call">The statement of the call, given its expression.</param>
    public void Start(LoweredStage stage, Func<string, string> call)
    {
        foreach (var step in stage.Steps.Starting)
        {
            if (step == StageStep.Call)
            {
                writer.Line(call(_call.AsValueTask(stage)));
            }
            else
            {
                Print(stage, step);
            }
        }
    }

    /// <summary>Prints the steps before a call whose task the run object keeps, and the call itself.</summary>
    public void Begin(LoweredStage stage) => Start(stage, call => $"{emission.TaskField(stage)}.Begin({call});");

    /// <summary>Prints the steps of a stage that returns no task.</summary>
    public void Run(LoweredStage stage)
    {
        PrintAll(stage, stage.Steps.Starting);
        End(stage, _call.Direct(stage));
    }

    /// <summary>Prints the steps from the output on of a stage whose task the run object keeps.</summary>
    public void EndTask(LoweredStage stage)
    {
        var task = emission.TaskField(stage);
        End(stage, stage.KeepsOutputInTask ? "" : $"{task}.{(stage.IsEffect ? "Take()" : "Result()")}");
    }

    /// <summary>Prints the steps from the output on.</summary>
    /// <param name="stage">The stage.</param>
    /// <param name="returned">The expression of the value that the stage returned. Empty if the run object takes it from the task.</param>
    public void End(LoweredStage stage, string returned)
    {
        var steps = stage.Steps.Ending;
        for (var index = 0; index < steps.Count; index++)
        {
            switch (steps[index])
            {
                case StageStep.Take when stage.Loop is not null:
                    var following = steps.Skip(index + 1).ToArray();
                    _loops.Take(stage, returned, following.Length == 0 ? null : () => PrintAll(stage, following));
                    return;
                case StageStep.Take:
                    writer.Line(returned.Length == 0 ? $"{emission.TaskField(stage)}.Take();" : Taken(stage, returned));
                    break;
                case StageStep.CheckGuard:
                    var rest = steps.Skip(index + 1).ToArray();
                    _guards.CheckPassed(stage, rest.Length == 0 ? null : () => PrintAll(stage, rest));
                    return;
                default:
                    Print(stage, steps[index]);
                    break;
            }
        }
    }

    /// <summary>Prints the statements that keep the failure of a stage for a run that goes on.</summary>
    /// <param name="stage">The stage.</param>
    /// <param name="exception">The expression of the exception.</param>
    /// <param name="record">The statement that records a failure with which the run ends nevertheless.</param>
    /// <param name="endsRun">
    /// The expression that tells whether the run ends with the failure. It is evaluated before the failure is recorded.
    /// </param>
    public void Keep(LoweredStage stage, string exception, string record, string endsRun)
    {
        writer.Line($"{frame.Failure(stage.Place)} = {exception};");
        if (stage.Has(SlotKind.Nested))
        {
            writer.Line(
                $"{frame.Slot(stage.Place, SlotKind.Nested)} = {Known.Services}.FailedRun.Nested({exception});"
            );
        }

        writer.Line($"{frame.Skipped(stage.Place)} = {Literal($"'{stage.Name}' failed")};");
        if (emission.Run.Measures)
        {
            Print(stage, StageStep.TakeEndTime);
        }

        if (emission.Run.IsObserved)
        {
            var ends = stage.FailureIsHandled ? "false" : endsRun;
            writer.Line($"{frame.Events}.Failed({stage.Report}, {exception}, isCancellation: false, endsRun: {ends});");
        }

        if (!stage.FailureIsHandled)
        {
            writer.Line(record);
        }
    }

    /// <summary>The statement that tells the observer that the predecessors of a stage have settled.</summary>
    public static string Ready(Frame frame, LoweredStage stage) => $"{frame.Events}.Ready({stage.Report});";

    private void PrintAll(LoweredStage stage, IEnumerable<StageStep> steps)
    {
        foreach (var step in steps)
        {
            Print(stage, step);
        }
    }

    private void Print(LoweredStage stage, StageStep step)
    {
        var place = stage.Place;
        switch (step)
        {
            case StageStep.TellReady:
                writer.Line(Ready(frame, stage));
                break;
            case StageStep.Decide:
                writer.Line($"{frame.Skipped(place)} = {_skipReason.Of(stage)};");
                break;
            case StageStep.ForgetFailureIfSkipped:
                WriteIf($"{frame.Skipped(place)} is not null", $"{frame.Failure(place)} = null;");
                break;
            case StageStep.TellDecision:
                writer.Line($"{frame.Events}.Decided({stage.Report}, {frame.Skipped(place)});");
                break;
            case StageStep.TakeStartTime:
                var start = emission.Run.Measures ? emission.Timestamp(frame) : "1";
                writer.Line($"{frame.Slot(place, SlotKind.Started)} = {start};");
                break;
            case StageStep.BeginGuardTime:
                _guards.BeginTime(stage);
                break;
            case StageStep.CountCall:
                writer.Line($"{frame.Scope}.Calling({stage.Report});");
                break;
            case StageStep.TellStarted:
                writer.Line($"{frame.Events}.Started({stage.Report});");
                break;
            case StageStep.ForgetFailure:
                WriteForgotten(stage);
                break;
            case StageStep.Dispose:
                var onlyOnFailure = stage.Disposal == PlannedDisposal.OnFailure ? ", onlyOnFailure: true" : "";
                WriteIfProduced(stage, $"{frame.Scope}.DisposeAtEnd({frame.Value(place)}{onlyOnFailure});");
                break;
            case StageStep.TakeEndTime:
                writer.Line($"{frame.Slot(place, SlotKind.Stopped)} = {emission.Timestamp(frame)};");
                break;
            case StageStep.CheckRoute:
                WriteRouteCheck(stage);
                break;
            case StageStep.MarkCompensable:
                var undo = CompensationMethod.OfOneTime(emission, frame, stage);
                WriteIfProduced(stage, $"{frame.Scope}.Compensable({stage.Report}{undo});");
                break;
            case StageStep.TellEnded:
                writer.Line(Ended(stage));
                break;
            default:
                throw new InvalidOperationException($"The step {step} differs between the shapes of runs.");
        }
    }

    private string Taken(LoweredStage stage, string returned)
    {
        if (stage.IsEffect)
        {
            return $"{returned};";
        }

        if (!stage.Call.MayReturnReason)
        {
            return $"{frame.Value(stage.Place)} = {Streamed(stage, returned)};";
        }

        var taken = stage.Declaration.NeverSkips
            ? $"TakeUnskipped({Literal(stage.Name)}, {returned}"
            : $"Take({returned}";
        return $"{frame.Skipped(stage.Place)} = {Known.Services}.Returned.{taken}, out {frame.Value(stage.Place)});";
    }

    // A stream is passed on with its producer's name, so that its failures are the producer's.
    private string Streamed(LoweredStage stage, string returned)
    {
        if (!stage.IsStream)
        {
            return returned;
        }

        var method = stage.Output.Name.EndsWith("?", StringComparison.Ordinal) ? "OrNull" : "Of";
        var token = EntryPointEmission.TokenOf(stage, frame);
        return $"{Known.Services}.Streams.StageStream.{method}({returned}, {Literal(stage.Name)}, {token})";
    }

    private void WriteForgotten(LoweredStage stage)
    {
        writer.Line($"{frame.Failure(stage.Place)} = null;");
        if (!stage.Call.MayReturnReason)
        {
            writer.Line($"{frame.Skipped(stage.Place)} = null;");
        }
    }

    private string Ended(LoweredStage stage)
    {
        var output = stage.IsEffect ? "true" : frame.Value(stage.Place);
        var skipped = stage.Call.MayReturnReason ? $", {frame.Skipped(stage.Place)}" : "";
        return $"{frame.Events}.{(stage.IsStream ? "Streams" : "Completed")}({stage.Report}, {output}{skipped});";
    }

    private void WriteRouteCheck(LoweredStage stage)
    {
        var isThere = stage.Call.MayReturnReason ? $"{frame.Skipped(stage.Place)} is null && " : "";
        var value = frame.Value(stage.Place);
        WriteIf(
            isThere + RouteCheckText.Fails(stage.Route!, value),
            RouteCheckText.Throw(stage.Route!, "Exception", Literal(stage.Name), value)
        );
    }

    private void WriteIfProduced(LoweredStage stage, string statement)
    {
        if (stage.Call.MayReturnReason)
        {
            WriteIf($"{frame.Skipped(stage.Place)} is null", statement);
        }
        else
        {
            writer.Line(statement);
        }
    }

    private void WriteIf(string condition, string statement)
    {
        using (writer.Block($"if ({condition})"))
        {
            writer.Line(statement);
        }

        writer.Line();
    }

    private static string Literal(string text) => SymbolDisplay.FormatLiteral(text, quote: true);
}
