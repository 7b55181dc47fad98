using Microsoft.CodeAnalysis.CSharp;
using Sluice.Compiler.Lower;
using Sluice.Compiler.Model;

namespace Sluice.Generators.Emit;

/// <summary>Prints the statements of decisions: whether a loop ends, and its next round.</summary>
/// <param name="writer">The writer.</param>
/// <param name="emission">The entry point.</param>
/// <param name="frame">The frame that has the values.</param>
internal sealed class LoopStatements(SourceWriter writer, EntryPointEmission emission, Frame frame)
{
    private readonly TakenValues _values = new(emission, frame);

    /// <summary>The type of the slot that holds the rounds of a loop.</summary>
    public static string TypeOf(LoweredStage decision) =>
        decision.Declaration.Loop is { HasState: true } loop
            ? $"{Known.Services}.LoopRounds<{loop.StateTypeName}>"
            : $"{Known.Services}.LoopCounter";

    /// <summary>The properties of the reported stages that tell the rounds of each stage.</summary>
    public static IEnumerable<string> Rounds(EntryPointEmission emission)
    {
        var loops = emission.Program.Schedule.Select(stage =>
            stage.InnermostLoop is { } decision ? emission.At(decision).Report.ToString() : "-1"
        );
        var limits = emission.Program.Schedule.Select(stage => Number(stage.Declaration.Loop?.MaxRounds ?? 0));
        yield return $"Loops = new int[] {{ {string.Join(", ", loops)} }}";
        yield return $"MaxRounds = new int[] {{ {string.Join(", ", limits)} }}";
    }

    /// <summary>
    /// Whether the slot of a loop holds the carried value from the start. In a run whose stages start one after the other, the
    /// first value is there when the loop begins.
    /// </summary>
    public static bool HoldsFirstValue(EntryPointEmission emission, TakenValues values, LoweredStage decision) =>
        !emission.Shape.IsConcurrent && decision.Loop!.FirstValue is { } first && values.Skipped(first) is null;

    /// <summary>Prints the place to which a guard or a decision goes back, and the beginning of a loop before it.</summary>
    /// <param name="place">The place of the guard or the decision.</param>
    public void Begin(Place place)
    {
        var stage = emission.At(place);
        if (stage.Loop is not null && HoldsFirstValue(emission, _values, stage))
        {
            var type = emission.TypeOf(new CarriedValue(place, null));
            writer.Line($"{Rounds(stage)} = new {TypeOf(stage)}({_values.Value(stage.Loop.FirstValue!, type)});");
        }

        writer.Line($"{emission.Member(place, NameForm.Again)}:");
    }

    /// <summary>Prints that loops begin anew, in a further round of a guard or of an outer loop.</summary>
    public void Restart(IEnumerable<Place> decisions)
    {
        foreach (var nested in decisions)
        {
            if (emission.Run.TellsRounds)
            {
                writer.Line($"{frame.Scope}.RestartLoop({emission.At(nested).Report});");
            }

            if (!HoldsFirstValue(emission, _values, emission.At(nested)))
            {
                writer.Line($"{frame.Slot(nested, SlotKind.Loop)} = default;");
            }
        }
    }

    /// <summary>Prints the end of the decision: the result of the loop, or a further round.</summary>
    /// <param name="decision">The decision.</param>
    /// <param name="answer">The expression of its answer.</param>
    /// <param name="follow">Prints the steps of a loop that has ended, or <see langword="null"/> if there are none.</param>
    public void Take(LoweredStage decision, string answer, Action? follow)
    {
        var loop = decision.Declaration.Loop!;
        var name = SymbolDisplay.FormatLiteral(decision.Name, quote: true);
        var limit = loop.Exhausted is null ? $"{Number(loop.MaxRounds)}, " : "";
        var isPlain = decision.Call.Form == ValueForm.Plain;
        var result = emission.Local(decision.Place, NameForm.Result);
        var type = $"global::Sluice.{decision.Call.Form}<{decision.Declaration.OutputTypeName}>";
        var output = isPlain ? frame.Value(decision.Place) : $"{writer.Var(type)} {result}";
        using (writer.Block($"if ({Rounds(decision)}.Next({answer}, {limit}{name}, out {output}))"))
        {
            WriteNext(decision, isPlain ? frame.Value(decision.Place) : result);
        }

        writer.Line();
        if (isPlain && follow is null)
        {
            return;
        }

        // In a concurrent run, and in one that goes on after a failure, the loop may have ended without a result or not at all.
        List<string> conditions =
        [
            .. emission.Shape.IsConcurrent ? (string[])[$"!{emission.Field(decision.Place, SlotKind.Repeats)}"] : [],
            .. decision.Loop!.Failing.Count > 0 ? (string[])[$"{frame.Skipped(decision.Place)} is null"] : [],
        ];
        if (conditions.Count == 0)
        {
            WriteResult();
            return;
        }

        using (writer.Block($"if ({string.Join(" && ", conditions)})"))
        {
            WriteResult();
        }

        writer.Line();

        void WriteResult()
        {
            if (!isPlain)
            {
                writer.Line(
                    $"{frame.Skipped(decision.Place)} = {Known.Services}.Returned.Take({result}, out {frame.Value(decision.Place)});"
                );
            }

            follow?.Invoke();
        }
    }

    // A run that goes on after a failure goes on without a further round of the loop in which it happened.
    private void WriteNext(LoweredStage decision, string output)
    {
        var failing = decision.Loop!.Failing;
        if (failing.Count > 0)
        {
            var failed = string.Join(" ?? ", failing.Select(frame.Failure));
            using (writer.Block($"if (({failed}) is null)"))
            {
                WriteRoundOrEnd(decision, output);
            }

            using (writer.Block("else"))
            {
                var reason = SymbolDisplay.FormatLiteral(
                    $"a stage of the loop of '{decision.Name}' failed",
                    quote: true
                );
                writer.Line($"{frame.Skipped(decision.Place)} = {reason};");
            }

            writer.Line();
            return;
        }

        WriteRoundOrEnd(decision, output);
    }

    private void WriteRoundOrEnd(LoweredStage decision, string output)
    {
        var loop = decision.Declaration.Loop!;
        if (loop.Exhausted is null)
        {
            WriteRound(decision);
            return;
        }

        using (writer.Block($"if ({Rounds(decision)}.Round < {Number(loop.MaxRounds)})"))
        {
            WriteRound(decision);
        }

        if (emission.Shape.IsConcurrent)
        {
            using (writer.Block("else"))
            {
                WriteExhausted(decision, loop.Exhausted, output);
            }
        }
        else
        {
            writer.Line();
            WriteExhausted(decision, loop.Exhausted, output);
        }
    }

    private void WriteRound(LoweredStage decision)
    {
        var rounds = decision.Loop!;
        if (emission.Run.Measures)
        {
            writer.Line($"{frame.Slot(decision.Place, SlotKind.Stopped)} = {emission.Timestamp(frame)};");
        }

        if (emission.Run.IsObserved)
        {
            writer.Line($"{frame.Events}.Completed({decision.Report}, true);");
        }

        if (emission.Run.TellsRounds)
        {
            writer.Line($"{frame.Scope}.NextRound({decision.Report});");
        }

        Restart(rounds.NestedLoops);
        foreach (var nested in rounds.NestedGuards)
        {
            writer.Line($"{frame.Slot(nested, SlotKind.Attempts)} = default;");
        }

        writer.Line(
            emission.Shape.IsConcurrent
                ? $"{emission.Field(decision.Place, SlotKind.Repeats)} = true;"
                : $"goto {emission.Member(decision.Place, NameForm.Again)};"
        );
    }

    private void WriteExhausted(LoweredStage decision, PolicyMethodModel method, string output)
    {
        var call = new StageCall(emission, frame).OfNamed(
            decision,
            method,
            () => $"{Rounds(decision)}.State",
            emission.Names.Exception,
            EntryPointEmission.TokenOf(decision, frame)
        );
        writer.Line($"{output} = {call};");
    }

    private string Rounds(LoweredStage decision) => frame.Slot(decision.Place, SlotKind.Loop);

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
