using Sluice.Compiler.Model;

namespace Sluice.Generators.Emit;

/// <summary>Writes the method that undoes the stages of a run that failed: those that have ended, the last first.</summary>
internal static class CompensationMethod
{
    /// <summary>The expression that begins to undo.</summary>
    /// <param name="emission">The entry point.</param>
    /// <param name="frame">Where the values are.</param>
    /// <param name="exception">The expression of what the run ends with.</param>
    public static string Call(EntryPointEmission emission, Frame frame, string exception) =>
        $"{emission.ReportName}.CompensateAsync({string.Join(", ", Arguments(emission, frame).Prepend(exception))})";

    /// <summary>The expression of what begins to undo when the stream of the run fails, when the values are elsewhere.</summary>
    public static string Deferred(EntryPointEmission emission, Frame frame) =>
        $"{emission.ReportName}.Compensation({string.Join(", ", Arguments(emission, frame))})";

    /// <summary>Writes the method, into the class that describes the stages for reports.</summary>
    public static void Write(SourceWriter writer, EntryPointEmission emission)
    {
        var names = emission.Names;
        var frame = emission.Locals with { Receiver = names.Pipeline, Token = Known.CancellationToken + ".None" };
        var parameters = string.Join(", ", Parameters(emission));
        var stage = names.Stage;
        var awaits = PlacesOf(emission)
            .Any(place => emission.StageAt(place).Compensation!.Return != ReturnShape.Synchronous);
        writer.Line();
        writer.Line(
            "// Undoes the stages that have ended, the last first. What fails is kept beside the run's failure."
        );
        using (
            writer.Block(
                $"internal static {(awaits ? "async " : "")}{Known.ValueTask} CompensateAsync({Known.Exception} {names.Exception}, {parameters})"
            )
        )
        {
            using (writer.Block($"while ({names.Scope}.TryTakeCompensable(out var {stage}))"))
            {
                using (writer.Block("try"))
                {
                    using (writer.Block($"switch ({stage})"))
                    {
                        foreach (var place in PlacesOf(emission))
                        {
                            writer.Line(
                                $"case {emission.IndexOf(place)}: // {CommentText.Of(emission.StageAt(place).Name)}"
                            );
                            using (writer.Indent())
                            {
                                writer.Line($"{Undo(emission, frame, place)};");
                                writer.Line("break;");
                            }
                        }
                    }
                }

                using (writer.Block($"catch ({Known.Exception} {names.Thrown})"))
                {
                    writer.Line($"{Known.Services}.RunScope.Attach({names.Exception}, {names.Thrown});");
                }
            }

            if (!awaits)
            {
                writer.Line();
                writer.Line("return default;");
            }
        }

        if (emission.IsStreamed)
        {
            var arguments = string.Join(", ", Arguments(emission, frame).Prepend(names.Exception));
            writer.Line();
            writer.Line("// The same for later, when the run object has gone back to its pool.");
            writer.Line(
                $"internal static global::System.Func<{Known.Exception}, {Known.ValueTask}> Compensation({parameters}) =>"
            );
            using (writer.Indent())
            {
                writer.Line($"{names.Exception} => CompensateAsync({arguments});");
            }
        }
    }

    private static string[] Arguments(EntryPointEmission emission, Frame frame) =>
        [
            .. emission.EntryPoint.IsStatic ? Array.Empty<string>() : [frame.Receiver],
            frame.Scope,
            .. InputsOf(emission).Select(frame.Input),
            .. PartsOf(emission).Select(part => frame.Part(part.Place, part.Ending)),
        ];

    private static string[] Parameters(EntryPointEmission emission) =>
        [
            .. emission.EntryPoint.IsStatic
                ? Array.Empty<string>()
                : [$"{emission.Model.Declaration.Self} {emission.Names.Pipeline}"],
            $"{Known.Services}.RunScope {emission.Names.Scope}",
            .. InputsOf(emission)
                .Select(input => $"{emission.EntryPoint.Inputs[input].TypeName} {emission.Locals.Input(input)}"),
            .. PartsOf(emission).Select(part => $"{part.TypeName} {emission.Locals.Part(part.Place, part.Ending)}"),
        ];

    private static string Undo(EntryPointEmission emission, Frame frame, int place)
    {
        var stage = emission.StageAt(place);
        var method = stage.Compensation!;
        var call = new StageCall(emission, frame);
        var arguments = method.Arguments.Select(argument =>
            argument.Kind switch
            {
                PolicyArgumentKind.Output => frame.Value(place),
                PolicyArgumentKind.Exception => emission.Names.Exception,
                PolicyArgumentKind.CancellationToken => frame.Token,
                PolicyArgumentKind.StageContext => $"{frame.Scope}.Stage({emission.IndexOf(place)}, {frame.Token})",
                _ => call.Argument(
                    place,
                    argument.Parameter,
                    emission.Plan.Stages[place].Arguments[argument.Parameter],
                    frame.Token
                ),
            }
        );
        var receiver = method.IsStatic ? method.TypeName : call.Receiver(stage);
        var undone = $"{receiver}.{Identifiers.Escape(method.MethodName)}({string.Join(", ", arguments)})";
        return method.Return == ReturnShape.Synchronous ? undone : $"await {undone}.ConfigureAwait(false)";
    }

    private static IEnumerable<int> PlacesOf(EntryPointEmission emission) =>
        emission.Plan.Schedule.Where(place => emission.StageAt(place).Compensation is not null);

    private static IEnumerable<int> InputsOf(EntryPointEmission emission) =>
        Enumerable.Range(0, emission.EntryPoint.Inputs.Count);

    // What is kept of stages, as far as it is asked for where they are undone.
    private static IEnumerable<KeptPart> PartsOf(EntryPointEmission emission)
    {
        var used = new HashSet<(int Place, string Ending)>();
        var frame = emission.Locals with { Part = Use };
        foreach (var place in PlacesOf(emission))
        {
            Undo(emission, frame, place);
        }

        return KeptParts.Of(emission).Where(part => used.Contains((part.Place, part.Ending)));

        string Use(int place, string ending)
        {
            used.Add((place, ending));
            return "";
        }
    }
}
