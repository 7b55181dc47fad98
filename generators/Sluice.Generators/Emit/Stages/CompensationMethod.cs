using Sluice.Compiler.Model;
using Sluice.Generators.Emit.Policies;

namespace Sluice.Generators.Emit;

/// <summary>Writes the method that undoes the stages of a run that failed: those that have ended, the last first.</summary>
internal static class CompensationMethod
{
    /// <summary>The expression that begins to undo.</summary>
    /// <param name="emission">The entry point.</param>
    /// <param name="frame">Where the values are.</param>
    /// <param name="exception">The expression of what the run ends with.</param>
    public static string Call(EntryPointEmission emission, Frame frame, string exception) =>
        $"{emission.ReportName}.CompensateAsync({string.Join(", ", Arguments(emission, frame, [.. PlacesOf(emission)]).Prepend(exception))})";

    /// <summary>The expression of what begins to undo when the stream of the run fails, when the values are elsewhere.</summary>
    public static string Deferred(EntryPointEmission emission, Frame frame) =>
        $"{emission.ReportName}.Compensation({string.Join(", ", Arguments(emission, frame, [.. PlacesOf(emission)]))})";

    /// <summary>
    /// The further argument of what notes that a stage has ended which a guard may have run again: what undoes it as it ended this
    /// time. Empty for other stages.
    /// </summary>
    public static string OfOneTime(EntryPointEmission emission, Frame frame, int place) =>
        MayRunAgain(emission, place)
            ? $", {emission.ReportName}.{emission.MemberAt(place, NameForm.UndoMethod)}({string.Join(", ", Arguments(emission, frame, [place]))})"
            : "";

    /// <summary>Writes the method, into the class that describes the stages for reports.</summary>
    public static void Write(SourceWriter writer, EntryPointEmission emission)
    {
        var names = emission.Names;
        var frame = emission.Locals with { Receiver = names.Pipeline, Token = Known.CancellationToken + ".None" };
        var parameters = string.Join(", ", Parameters(emission, [.. PlacesOf(emission)]));
        var stage = names.Stage;
        var again = PlacesOf(emission).Where(place => MayRunAgain(emission, place)).ToArray();
        var undo = again.Length == 0 ? null : names.Undo;
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
            var others = PlacesOf(emission).Except(again).ToArray();
            string[] taken =
            [
                names.Exception,
                $"out {writer.Var("int")} {stage}",
                .. undo is null
                    ? Array.Empty<string>()
                    : [$"out {writer.Var($"global::System.Func<{Known.Exception}, {Known.ValueTask}>?")} {undo}"],
            ];
            using (writer.Block($"while ({names.Scope}.TryTakeCompensable({string.Join(", ", taken)}))"))
            {
                using (writer.Block("try"))
                {
                    if (undo is not null)
                    {
                        WriteOneTime(writer, emission, undo, awaits, isOnly: others.Length == 0);
                    }

                    if (others.Length > 0)
                    {
                        WriteSwitch(writer, emission, frame, others);
                    }
                }

                using (writer.Block($"catch ({Known.Exception} {names.Thrown})"))
                {
                    writer.Line($"{names.Scope}.CompensationFailed({names.Thrown});");
                }
            }

            if (!awaits)
            {
                writer.Line();
                writer.Line("return default;");
            }
        }

        foreach (var place in again)
        {
            WriteUndo(writer, emission, frame, place);
        }

        if (emission.IsReadAfterwards)
        {
            var arguments = string.Join(
                ", ",
                Arguments(emission, frame, [.. PlacesOf(emission)]).Prepend(names.Exception)
            );
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

    private static bool MayRunAgain(EntryPointEmission emission, int place) =>
        GuardStatements.Guards(emission).Any(guard => emission.Plan.Stages[guard].Bound.GuardedRegion.Contains(place));

    private static void WriteOneTime(
        SourceWriter writer,
        EntryPointEmission emission,
        string undo,
        bool awaits,
        bool isOnly
    )
    {
        var undone = $"{undo}{(isOnly ? "!" : "")}({emission.Names.Exception})";
        var statement = awaits ? $"await {undone}.ConfigureAwait(false);" : $"{undone}.GetAwaiter().GetResult();";
        if (isOnly)
        {
            writer.Line(statement);
            return;
        }

        using (writer.Block($"if ({undo} is not null)"))
        {
            writer.Line(statement);
            writer.Line("continue;");
        }

        writer.Line();
    }

    private static void WriteSwitch(SourceWriter writer, EntryPointEmission emission, Frame frame, int[] places)
    {
        using (writer.Block($"switch ({emission.Names.Stage})"))
        {
            foreach (var place in places)
            {
                writer.Line($"case {emission.IndexOf(place)}: // {CommentText.Of(emission.StageAt(place).Name)}");
                using (writer.Indent())
                {
                    writer.Line($"{Undo(emission, frame, place)};");
                    writer.Line("break;");
                }
            }
        }
    }

    // What undoes a stage with the values of the time that it ended: a guard may have it run again, with others.
    private static void WriteUndo(SourceWriter writer, EntryPointEmission emission, Frame frame, int place)
    {
        var exception = emission.Names.Exception;
        var undo = Undo(emission, frame, place);
        var parameters = string.Join(", ", Parameters(emission, [place]));
        writer.Line();
        writer.Line($"// Undoes {CommentText.Of(emission.StageAt(place).Name)} as it ended one time.");
        writer.Line(
            $"internal static global::System.Func<{Known.Exception}, {Known.ValueTask}> {emission.MemberAt(place, NameForm.UndoMethod)}({parameters}) =>"
        );
        using (writer.Indent())
        {
            writer.Line(
                emission.StageAt(place).Compensation!.Return == ReturnShape.Synchronous
                    ? $"{exception} =>"
                    : $"async {exception} => {undo};"
            );
            if (emission.StageAt(place).Compensation!.Return == ReturnShape.Synchronous)
            {
                writer.Line("{");
                using (writer.Indent())
                {
                    writer.Line($"{undo};");
                    writer.Line("return default;");
                }

                writer.Line("};");
            }
        }
    }

    private static string[] Arguments(EntryPointEmission emission, Frame frame, IReadOnlyCollection<int> places) =>
        [
            .. emission.EntryPoint.IsStatic ? Array.Empty<string>() : [frame.Receiver],
            frame.Scope,
            .. InputsOf(emission).Select(frame.Input),
            .. PartsOf(emission, places).Select(part => frame.Part(part.Place, part.Form)),
        ];

    private static string[] Parameters(EntryPointEmission emission, IReadOnlyCollection<int> places) =>
        [
            .. emission.EntryPoint.IsStatic
                ? Array.Empty<string>()
                : [$"{emission.Model.Declaration.Self} {emission.Names.Pipeline}"],
            $"{Known.Services}.RunScope {emission.Names.Scope}",
            .. InputsOf(emission)
                .Select(input => $"{emission.EntryPoint.Inputs[input].TypeName} {emission.Locals.Input(input)}"),
            .. PartsOf(emission, places)
                .Select(part => $"{part.TypeName} {emission.Locals.Part(part.Place, part.Form)}"),
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
        return method.Return == ReturnShape.Synchronous
            ? undone
            : PolicyMethod.Await(method.TaskMayBeNull ? StageCall.NotNull(undone, method.MethodName) : undone);
    }

    private static IEnumerable<int> PlacesOf(EntryPointEmission emission) =>
        emission.Plan.Schedule.Where(place => emission.StageAt(place).Compensation is not null);

    private static IEnumerable<int> InputsOf(EntryPointEmission emission) =>
        Enumerable.Range(0, emission.EntryPoint.Inputs.Count);

    // What is kept of stages, as far as it is asked for where they are undone.
    private static IEnumerable<KeptPart> PartsOf(EntryPointEmission emission, IReadOnlyCollection<int> places)
    {
        var used = new HashSet<(int Place, NameForm Form)>();
        var frame = emission.Locals with { Part = Use };
        foreach (var place in places)
        {
            Undo(emission, frame, place);
        }

        return KeptParts.Of(emission).Where(part => used.Contains((part.Place, part.Form)));

        string Use(int place, NameForm form)
        {
            used.Add((place, form));
            return "";
        }
    }
}
