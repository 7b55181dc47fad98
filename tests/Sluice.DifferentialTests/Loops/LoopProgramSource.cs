using System.Globalization;
using System.Text;

namespace Sluice.DifferentialTests.Loops;

/// <summary>Writes random programs as source text.</summary>
internal static class LoopProgramSource
{
    public static string File(IEnumerable<LoopProgram> programs)
    {
        var text = new StringBuilder();
        text.AppendLine("#nullable enable");
        text.AppendLine("using System.Threading; using System.Threading.Tasks; using Sluice;");
        text.AppendLine("using Sluice.DifferentialTests.Loops;");
        foreach (var program in programs)
        {
            Write(text, program);
        }

        return text.ToString();
    }

    private static void Write(StringBuilder text, LoopProgram program)
    {
        var failure = program.ContinuesOnFailure ? "(OnFailure = FailureMode.Continue)" : "";
        Line(text, $"[Pipeline{failure}] public sealed partial class {program.ClassName}(LoopProbe probe) {{");
        var output = program.Stages[^1].Name;
        if (!program.IsAsynchronous)
        {
            Line(
                text,
                $"[return: From(\"{output}\")] public partial long Run(long input, CancellationToken token = default);"
            );
        }

        Line(
            text,
            $"[return: From(\"{output}\")] public partial ValueTask<long> RunAsync(long input, CancellationToken token = default);"
        );
        foreach (var stage in program.Stages)
        {
            Write(text, stage);
        }

        Line(text, "}");
    }

    private static void Write(StringBuilder text, LoopStage stage)
    {
        foreach (var (condition, value) in stage.Conditions)
        {
            Line(text, $"[When(\"S{condition}\"{(value ? "" : ", false")})]");
        }

        if (stage.IsDecision)
        {
            var first = stage.First!.IsInput ? "input" : $"S{stage.First.Stage}";
            var exhausted = stage.HasExhausted ? $", Exhausted = nameof(End{stage.Name})" : "";
            Line(text, $"[Loop(MaxRounds = {stage.MaxRounds}, First = \"{first}\"{exhausted})]");
        }

        var parameters = stage.Takes.Select(Parameter);
        var texts = string.Concat(stage.Takes.Select((_, index) => $", LoopProbe.Text(p{index})"));
        var type = Returned(stage);
        var isEffect = type.Length == 0;
        var (task, async, name) = stage.IsAsynchronous
            ? (stage.ReturnsTask ? "Task" : "ValueTask", "async ", stage.Name + "Async")
            : ("", "", stage.Name);
        var returned = (stage.IsAsynchronous, isEffect) switch
        {
            (true, true) => task,
            (true, false) => $"{task}<{type}>",
            (false, true) => "void",
            _ => type,
        };
        if (stage.TakesToken)
        {
            parameters = parameters.Append("CancellationToken token");
        }

        Line(text, $"[Stage] private {async}{returned} {name}({string.Join(", ", parameters)}) {{");
        var begin = stage.IsAsynchronous ? "await probe.BeginAsync" : "probe.Begin";
        Line(text, $"var call = {begin}({stage.Number}, {stage.FailsPercent}{texts});");
        if (stage.IsDecision)
        {
            var state = stage.First!.Kind == LoopKind.Numbers ? "Items" : "Number";
            var result = stage.IsOptional
                ? "LoopConduct.IsAbsent(call) ? Optional.Skip(\"no\") : Optional.Value(LoopConduct.Number(call))"
                : "LoopConduct.Number(call)";
            var done = stage.IsOptional ? "Loop.Done<Optional<long>>" : "Loop.Done";
            Line(text, $"if (LoopConduct.EndsLoop(call, {stage.EndsPercent})) return {done}({result});");
            Line(text, $"return Loop.Again(LoopConduct.{state}(call + \"again\"));");
        }
        else if (!isEffect)
        {
            if (stage.IsOptional)
            {
                Line(text, "if (LoopConduct.IsAbsent(call)) return Optional.Skip(\"no\");");
            }

            var each = stage.Takes.Any(take => take.IsEach);
            var method = stage.Kind switch
            {
                LoopKind.Flag => "Flag",
                LoopKind.Numbers when !each => "Items",
                _ => "Number",
            };
            Line(text, $"return LoopConduct.{method}(call);");
        }

        Line(text, "}");
        if (stage.HasExhausted)
        {
            var result = stage.IsOptional ? "Optional<long>" : "long";
            var state = TypeOf(stage.First!.Kind);
            Line(
                text,
                $"private {result} End{stage.Name}({state} state) => LoopConduct.Number(probe.Begin({-stage.Number}, 0, LoopProbe.Text(state)));"
            );
        }
    }

    private static string Parameter(LoopTake take, int index)
    {
        var source = take.Sources[0];
        var names = string.Join(
            ", ",
            take.Sources.Select(other => other.IsInput ? "nameof(input)" : $"\"S{other.Stage}\"")
        );
        var attribute = source.IsCarried
            ? $"[Carried(\"S{source.Stage}\")]"
            : $"[From({names.Replace("nameof(input)", "\"input\"", StringComparison.Ordinal)})]";
        var kind = take.IsEach ? LoopKind.Number : source.Kind;
        var type = take.Form == LoopForm.Plain ? TypeOf(kind) : $"{take.Form}<{TypeOf(kind)}>";
        return $"{attribute}{(take.IsEach ? "[Each]" : "")} {type} p{index}";
    }

    private static string Returned(LoopStage stage)
    {
        if (stage.IsDecision)
        {
            var result = stage.IsOptional ? "Optional<long>" : "long";
            return $"Loop<{TypeOf(stage.First!.Kind)}, {result}>";
        }

        var type = stage.Takes.Any(take => take.IsEach) ? "long" : TypeOf(stage.Kind);
        return stage.IsOptional ? $"Optional<{type}>" : type;
    }

    private static string TypeOf(LoopKind kind) =>
        kind switch
        {
            LoopKind.Number => "long",
            LoopKind.Flag => "bool",
            LoopKind.Numbers => "long[]",
            _ => "",
        };

    private static void Line(StringBuilder text, FormattableString line) =>
        text.AppendLine(line.ToString(CultureInfo.InvariantCulture));

    private static void Line(StringBuilder text, string line) => text.AppendLine(line);
}
