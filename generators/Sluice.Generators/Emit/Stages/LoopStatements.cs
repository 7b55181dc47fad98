using System.Globalization;
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

    /// <summary>Prints the end of the decision: the result of the loop, or a further round.</summary>
    /// <param name="decision">The decision.</param>
    /// <param name="answer">The expression of its answer.</param>
    /// <param name="follow">Prints the steps of a loop that has ended.</param>
    public void Take(LoweredStage decision, string answer, Action follow)
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
            if (loop.Exhausted is null)
            {
                WriteRound(decision);
            }
            else
            {
                using (writer.Block($"if ({Rounds(decision)}.Round < {Number(loop.MaxRounds)})"))
                {
                    WriteRound(decision);
                }

                writer.Line();
                WriteExhausted(decision, loop.Exhausted, isPlain ? frame.Value(decision.Place) : result);
            }
        }

        writer.Line();
        if (!isPlain)
        {
            writer.Line(
                $"{frame.Skipped(decision.Place)} = {Known.Services}.Returned.Take({result}, out {frame.Value(decision.Place)});"
            );
        }

        follow();
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

        foreach (var nested in rounds.NestedLoops)
        {
            if (emission.Run.TellsRounds)
            {
                writer.Line($"{frame.Scope}.RestartLoop({emission.At(nested).Report});");
            }

            writer.Line($"{frame.Slot(nested, SlotKind.Loop)} = default;");
        }

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
        var call = new StageCall(emission, frame);
        var token = EntryPointEmission.TokenOf(decision, frame);
        var arguments = method.Arguments.Select(argument =>
            argument.Kind switch
            {
                PolicyArgumentKind.Output => $"{Rounds(decision)}.State",
                PolicyArgumentKind.CancellationToken => token,
                PolicyArgumentKind.StageContext => $"{frame.Scope}.Stage({decision.Report}, {token})",
                _ => call.Argument(decision, argument.Parameter, token),
            }
        );
        var receiver = method.IsStatic ? method.TypeName : call.Receiver(decision.Declaration);
        writer.Line($"{output} = {receiver}.{Identifiers.Escape(method.MethodName)}({string.Join(", ", arguments)});");
    }

    private string Rounds(LoweredStage decision) => frame.Slot(decision.Place, SlotKind.Loop);

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
