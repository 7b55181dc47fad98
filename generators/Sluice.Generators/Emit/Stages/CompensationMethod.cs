using Sluice.Compiler.Lower;
using Sluice.Compiler.Model;
using Sluice.Generators.Emit.Policies;

namespace Sluice.Generators.Emit;

/// <summary>Writes the method that compensates the completed stages of a failed run in reverse order.</summary>
internal static class CompensationMethod
{
    /// <summary>The expression that starts the compensation.</summary>
    /// <param name="emission">The entry point.</param>
    /// <param name="frame">The frame that has the values.</param>
    /// <param name="exception">The expression of the exception with which the run ends.</param>
    public static string Call(EntryPointEmission emission, Frame frame, string exception) =>
        $"{emission.ReportName}.CompensateAsync({string.Join(", ", Arguments(emission, frame, Compensated(emission)).Prepend(exception))})";

    /// <summary>
    /// The expression of the delegate that starts the compensation if the stream of the run fails. By then, the run object no longer
    /// has the values.
    /// </summary>
    public static string Deferred(EntryPointEmission emission, Frame frame) =>
        $"{emission.ReportName}.Compensation({string.Join(", ", Arguments(emission, frame, Compensated(emission)))})";

    /// <summary>
    /// The additional argument of the call that records the end of a stage that a guard or a loop may repeat: the compensation for this end.
    /// Empty for other stages.
    /// </summary>
    public static string OfOneTime(EntryPointEmission emission, Frame frame, LoweredStage stage) =>
        stage.IsRepeated
            ? $", {emission.ReportName}.{emission.Member(stage.Place, NameForm.UndoMethod)}({string.Join(", ", Arguments(emission, frame, [stage]))})"
            : "";

    /// <summary>Writes the method into the class that describes the stages for reports.</summary>
    public static void Write(SourceWriter writer, EntryPointEmission emission)
    {
        var names = emission.Names;
        var frame = emission.Locals with { Receiver = names.Pipeline, Token = Known.CancellationToken + ".None" };
        var parameters = string.Join(", ", Parameters(emission, Compensated(emission)));
        var again = Compensated(emission).Where(stage => stage.IsRepeated).ToArray();
        var undo = again.Length == 0 ? null : names.Undo;
        var awaits = emission.Run.AwaitsCompensations;
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
            var others = Compensated(emission).Where(stage => !stage.IsRepeated).ToArray();
            string[] taken =
            [
                names.Exception,
                $"out {writer.Var("int")} {names.Stage}",
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

        foreach (var stage in again)
        {
            WriteUndo(writer, emission, frame, stage);
        }

        if (emission.Run.IsReadAfterwards)
        {
            var arguments = string.Join(
                ", ",
                Arguments(emission, frame, Compensated(emission)).Prepend(names.Exception)
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

    private static void WriteSwitch(
        SourceWriter writer,
        EntryPointEmission emission,
        Frame frame,
        LoweredStage[] stages
    )
    {
        using (writer.Block($"switch ({emission.Names.Stage})"))
        {
            foreach (var stage in stages)
            {
                writer.Line($"case {stage.Report}: // {CommentText.Of(stage.Name)}");
                using (writer.Indent())
                {
                    writer.Line($"{Undo(emission, frame, stage)};");
                    writer.Line("break;");
                }
            }
        }
    }

    // Writes the method that compensates a stage with the values that it had when it ended. A guard may repeat the stage with other
    // values.
    private static void WriteUndo(SourceWriter writer, EntryPointEmission emission, Frame frame, LoweredStage stage)
    {
        var exception = emission.Names.Exception;
        var undo = Undo(emission, frame, stage);
        var isSynchronous = stage.Declaration.Compensation!.Return == ReturnShape.Synchronous;
        var parameters = string.Join(", ", Parameters(emission, [stage]));
        writer.Line();
        writer.Line($"// Undoes {CommentText.Of(stage.Name)} as it ended one time.");
        writer.Line(
            $"internal static global::System.Func<{Known.Exception}, {Known.ValueTask}> {emission.Member(stage.Place, NameForm.UndoMethod)}({parameters}) =>"
        );
        using (writer.Indent())
        {
            writer.Line(isSynchronous ? $"{exception} =>" : $"async {exception} => {undo};");
            if (isSynchronous)
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

    private static string[] Arguments(
        EntryPointEmission emission,
        Frame frame,
        IReadOnlyCollection<LoweredStage> stages
    ) =>
        [
            .. emission.EntryPoint.IsStatic ? Array.Empty<string>() : [frame.Receiver],
            frame.Scope,
            .. InputsOf(emission).Select(frame.Input),
            .. SlotsOf(emission, stages).Select(frame.Of),
        ];

    private static string[] Parameters(EntryPointEmission emission, IReadOnlyCollection<LoweredStage> stages) =>
        [
            .. emission.EntryPoint.IsStatic
                ? Array.Empty<string>()
                : [$"{emission.Model.Declaration.Self} {emission.Names.Pipeline}"],
            $"{Known.Services}.RunScope {emission.Names.Scope}",
            .. InputsOf(emission)
                .Select(input => $"{emission.EntryPoint.Inputs[input].TypeName} {emission.Locals.Input(input)}"),
            .. SlotsOf(emission, stages)
                .Select(slot => $"{SlotText.TypeOf(emission, slot)} {emission.Locals.Of(slot)}"),
        ];

    private static string Undo(EntryPointEmission emission, Frame frame, LoweredStage stage)
    {
        var method = stage.Declaration.Compensation!;
        var undone = new StageCall(emission, frame).OfNamed(
            stage,
            method,
            () => frame.Value(stage.Place),
            emission.Names.Exception,
            frame.Token
        );
        return method.Return == ReturnShape.Synchronous
            ? undone
            : PolicyMethod.Await(method.TaskMayBeNull ? StageCall.NotNull(undone, method.MethodName) : undone);
    }

    private static LoweredStage[] Compensated(EntryPointEmission emission) =>
        [.. emission.Program.Schedule.Where(stage => stage.Declaration.Compensation is not null)];

    private static IEnumerable<int> InputsOf(EntryPointEmission emission) =>
        Enumerable.Range(0, emission.EntryPoint.Inputs.Count);

    // The slots that the calls read.
    private static IEnumerable<Slot> SlotsOf(EntryPointEmission emission, IReadOnlyCollection<LoweredStage> stages)
    {
        var read = new HashSet<(Place Place, SlotKind Kind)>();
        var frame = emission.Locals with { Slot = Read };
        foreach (var stage in stages)
        {
            Undo(emission, frame, stage);
        }

        return emission
            .Program.ValueSlots.Concat(emission.Program.ControlSlots(SlotKind.Loop))
            .Where(slot => read.Contains((slot.Place, slot.Kind)));

        string Read(Place place, SlotKind kind)
        {
            read.Add((place, kind));
            return "";
        }
    }
}
