using Microsoft.CodeAnalysis.CSharp;
using Sluice.Compiler.Bind;
using Sluice.Compiler.Model;
using Sluice.Compiler.Plan;

namespace Sluice.Generators.Emit;

/// <summary>Writes the statements around the call of a stage that are the same in every lowering.</summary>
internal sealed class StageStatements(SourceWriter writer, EntryPointEmission emission, Frame frame)
{
    private readonly StageCall _call = new(emission, frame);
    private readonly SkipReason _skipReason = new(emission, frame);

    /// <summary>Writes how it is decided whether a stage runs, where that is a question.</summary>
    /// <returns>The condition under which it does not, or <see langword="null"/> where there is no question.</returns>
    public string? Decide(int place)
    {
        if (!emission.Plan.Stages[place].MayBeSkipped)
        {
            return null;
        }

        writer.Line($"{frame.Skipped(place)} = {_skipReason.Of(place)};");
        if (GuardStatements.IsInRounds(emission, place))
        {
            using (writer.Block($"if ({frame.Skipped(place)} is not null)"))
            {
                new GuardStatements(writer, emission, frame).ForgetFailure(place);
            }

            writer.Line();
        }

        if (emission.IsObserved)
        {
            writer.Line($"{frame.Events}.Decided({emission.IndexOf(place)}, {frame.Skipped(place)});");
        }

        return $"{frame.Skipped(place)} is not null";
    }

    /// <summary>Writes, where somebody observes the run, that what a stage waits for has settled.</summary>
    public void Ready(int place)
    {
        if (emission.IsObserved)
        {
            writer.Line(ReadyStatement(emission, frame, place));
        }
    }

    /// <summary>The statement that says that what a stage waits for has settled.</summary>
    public static string ReadyStatement(EntryPointEmission emission, Frame frame, int place) =>
        $"{frame.Events}.Ready({emission.IndexOf(place)});";

    /// <summary>Writes the call of a stage that does not give back a task, and what takes its output.</summary>
    public void Call(int place)
    {
        WriteStarted(place);
        Take(place, _call.Direct(place));
    }

    /// <summary>Writes what starts a stage that gives back a task.</summary>
    /// <param name="place">Its place.</param>
    /// <param name="target">What the task, or its awaiter, is assigned to.</param>
    /// <param name="ending">What is written after the task.</param>
    public void Start(int place, string target, string ending = "")
    {
        WriteStarted(place);
        writer.Line($"{target} = {_call.AsValueTask(place)}{ending};");
    }

    /// <summary>Writes what takes a stage's output and looks at it.</summary>
    /// <param name="place">Its place.</param>
    /// <param name="returned">The expression of what the stage returned.</param>
    public void Take(int place, string returned)
    {
        var stage = emission.StageAt(place);
        writer.Line(
            stage.IsEffect ? $"{returned};"
            : emission.FormAt(place) != ValueForm.Plain
                ? $"{frame.Skipped(place)} = {Known.Services}.Returned.{Taken(stage, returned)}, out {frame.Value(place)});"
            : $"{frame.Value(place)} = {Streamed(place, returned)};"
        );
        WriteNotFailed(place);
        WriteDisposed(place);
        if (emission.Measures)
        {
            writer.Line($"{frame.Stopped(place)} = {emission.Timestamp(frame)};");
        }

        if (emission.IsRoute(place))
        {
            WriteRouteCheck(place);
        }

        new GuardStatements(writer, emission, frame).CheckPassed(place, () => WritePassed(place));
    }

    private void WritePassed(int place)
    {
        WriteCompensable(place);
        if (emission.IsObserved)
        {
            var output = emission.StageAt(place).IsEffect ? "true" : frame.Value(place);
            var skipped = emission.FormAt(place) == ValueForm.Plain ? "" : $", {frame.Skipped(place)}";
            var hasEnded = emission.IsStream(place) ? "Streams" : "Completed";
            writer.Line($"{frame.Events}.{hasEnded}({emission.IndexOf(place)}, {output}{skipped});");
        }
    }

    // What a stage failed with in the round before is forgotten when it has ended in this one.
    private void WriteNotFailed(int place)
    {
        if (!GuardStatements.IsInRounds(emission, place))
        {
            return;
        }

        new GuardStatements(writer, emission, frame).ForgetFailure(place);
        if (emission.FormAt(place) == ValueForm.Plain)
        {
            writer.Line($"{frame.Skipped(place)} = null;");
        }
    }

    // Only what has produced something can be undone.
    private void WriteCompensable(int place)
    {
        if (emission.StageAt(place).Compensation is null)
        {
            return;
        }

        WriteIfProduced(
            place,
            $"{frame.Scope}.Compensable({emission.IndexOf(place)}{CompensationMethod.OfOneTime(emission, frame, place)});"
        );
    }

    // Before anything else is made of the value that may fail.
    private void WriteDisposed(int place)
    {
        if (emission.Plan.Stages[place].Disposal is not PlannedDisposal.None and var disposal)
        {
            var onlyOnFailure = disposal == PlannedDisposal.OnFailure ? ", onlyOnFailure: true" : "";
            WriteIfProduced(place, $"{frame.Scope}.DisposeAtEnd({frame.Value(place)}{onlyOnFailure});");
        }
    }

    private void WriteIfProduced(int place, string statement)
    {
        if (emission.FormAt(place) == ValueForm.Plain)
        {
            writer.Line(statement);
            return;
        }

        using (writer.Block($"if ({frame.Skipped(place)} is null)"))
        {
            writer.Line(statement);
        }

        writer.Line();
    }

    /// <summary>Writes what keeps the failure of a stage for a run that goes on.</summary>
    /// <param name="place">Its place.</param>
    /// <param name="exception">The expression of the exception.</param>
    /// <param name="record">What records a failure that the run ends with in the end.</param>
    /// <param name="endsRun">The expression of whether the run ends with it, which is asked before it is recorded.</param>
    public void Keep(int place, string exception, string record, string endsRun)
    {
        writer.Line($"{frame.Failure(place)} = {exception};");
        if (emission.StageAt(place).IsEntryPoint)
        {
            writer.Line($"{frame.Part(place, NameForm.Nested)} = {Known.Services}.FailedRun.Nested({exception});");
        }

        writer.Line(
            $"{frame.Skipped(place)} = {SymbolDisplay.FormatLiteral($"'{emission.StageAt(place).Name}' failed", quote: true)};"
        );
        if (emission.Measures)
        {
            writer.Line($"{frame.Stopped(place)} = {emission.Timestamp(frame)};");
        }

        if (emission.IsObserved)
        {
            var ends = emission.Plan.Stages[place].Bound.FailureIsHandled ? "false" : endsRun;
            writer.Line(
                $"{frame.Events}.Failed({emission.IndexOf(place)}, {exception}, isCancellation: false, endsRun: {ends});"
            );
        }

        if (!emission.Plan.Stages[place].Bound.FailureIsHandled)
        {
            writer.Line(record);
        }
    }

    private static string Taken(StageModel stage, string returned) =>
        stage.NeverSkips
            ? $"TakeUnskipped({SymbolDisplay.FormatLiteral(stage.Name, quote: true)}, {returned}"
            : $"Take({returned}";

    // A stream is handed on with its producer's name, so that its failures are the producer's.
    private string Streamed(int place, string returned) =>
        emission.IsStream(place)
            ? $"{Known.Services}.Streams.StageStream.{(emission.MayBeNull(place) ? "OrNull" : "Of")}({returned}, {SymbolDisplay.FormatLiteral(emission.StageAt(place).Name, quote: true)}, {emission.TokenAt(place, frame)})"
            : returned;

    private void WriteStarted(int place)
    {
        if (emission.NeedsStarted(place))
        {
            writer.Line($"{frame.Started(place)} = {(emission.Measures ? emission.Timestamp(frame) : "1")};");
        }

        new GuardStatements(writer, emission, frame).Begin(place);
        if (emission.Plan.GuardsOf(place).Any())
        {
            writer.Line($"{frame.Scope}.Calling({emission.IndexOf(place)});");
        }

        if (emission.IsObserved)
        {
            writer.Line($"{frame.Events}.Started({emission.IndexOf(place)});");
        }
    }

    private void WriteRouteCheck(int place)
    {
        var value = frame.Value(place);
        var output = emission.OutputAt(place);
        var members = string.Join(" or ", emission.Model.Types[output.Type].Members.Select(member => member.Code));
        var isThere = emission.FormAt(place) == ValueForm.Plain ? "" : $"{frame.Skipped(place)} is null && ";
        using (writer.Block($"if ({isThere}{value} is not ({members}))"))
        {
            writer.Line(
                $"throw {Known.Services}.UnnamedRoute.Exception({SymbolDisplay.FormatLiteral(emission.StageAt(place).Name, quote: true)}, {value});"
            );
        }

        writer.Line();
    }
}
