using Microsoft.CodeAnalysis.CSharp;
using Sluice.Compiler.Lower;

namespace Sluice.Generators.Emit;

/// <summary>Writes the code that creates the report of a completed run.</summary>
internal static class RunReports
{
    private const string ReportType = "global::Sluice.RunReport";

    /// <summary>
    /// Writes the statements that create the report of a run that failed on the caller's stack and attach it to the exception.
    /// </summary>
    public static void WriteOfFailure(SourceWriter writer, EntryPointEmission emission)
    {
        var names = emission.Names;
        var token = emission.CancellingToken(emission.Locals);
        if (emission.Run.KeepsThrown)
        {
            writer.Line($"{writer.Var(Known.Exception)} {names.Thrown} = {names.Exception};");
        }

        if (token is not null)
        {
            writer.Line($"{names.Exception} = {Known.Services}.FailedRun.Cause({names.Exception}, {token});");
        }

        if (emission.Run.IsObserved && emission.Stages.Count > 0)
        {
            var at = emission.Shape.IsSegmented ? $"{names.Values}._at" : names.At;
            using (writer.Block($"if ({at} is >= 0 and < {emission.Stages.Count})"))
            {
                writer.Line(
                    $"{names.Events}.Failed({at}, {names.Exception}, {Known.Services}.FailedRun.IsCancellation({names.Exception}, {emission.Locals.Token}));"
                );
            }

            writer.Line();
        }

        writer.Line(
            $"{writer.Var(Known.RunReport)} {names.Report} = {OfOrdered(emission, names.Exception, names.At, emission.Locals)};"
        );
        var failures = emission.Run.ContinuesOnFailure ? $", {FailuresOf(emission)}" : "";
        if (emission.Run.ContinuesOnFailure)
        {
            writer.Line($"{names.Exception} = {FailuresOf(emission)}.FirstOr({names.Exception});");
        }

        // The stage sees only a cancellation, but the run fails because its deadline has passed.
        if (emission.Run.HasDeadline)
        {
            writer.Line($"{names.Exception} = {names.Scope}.Cause({names.Exception});");
        }

        var attach = emission.Run.NeedsScope ? names.Scope : $"{Known.Services}.FailedRun";
        writer.Line($"{attach}.Attach({names.Exception}, {names.Report}{failures});");
    }

    /// <summary>The expression of the report of a run that succeeded on the caller's stack.</summary>
    public static string OfSuccess(EntryPointEmission emission, Frame frame) =>
        OfOrdered(emission, "null", emission.Stages.Count.ToString(CultureInfo.InvariantCulture), frame);

    /// <summary>The expression of the failures that did not end a run on the caller's stack.</summary>
    public static string FailuresOf(EntryPointEmission emission) =>
        emission.Shape.IsSegmented ? $"{emission.Names.Values}._failures" : emission.Names.Failures;

    /// <summary>Writes the nested class that describes the stages and creates reports of runs on the caller's stack.</summary>
    public static void WriteType(SourceWriter writer, EntryPointEmission emission)
    {
        writer.Line();
        writer.Line(
            $"// What became of the stages of {emission.EntryPoint.MethodName}, for whoever asks after a failure."
        );
        writer.Line(GeneratedCode.Attribute);
        RequirementSuppressions.WriteForCompensations(writer, emission);
        using (writer.Block($"private static class {emission.ReportName}"))
        {
            var stages = emission.Program.Schedule;
            writer.Line($"internal static readonly {Known.Services}.ReportedStages Stages = new(");
            using (writer.Indent())
            {
                writer.Line($"{Literal(emission.Model.Name)},");
                writer.Line(
                    stages.Count == 0
                        ? "global::System.Array.Empty<string>(),"
                        : $"new string[] {{ {string.Join(", ", stages.Select(stage => Literal(stage.Name)))} }},"
                );
                writer.Line(
                    stages.Count == 0
                        ? "global::System.Array.Empty<int>()"
                        : $"new int[] {{ {string.Join(", ", stages.Select(stage => stage.Index))} }}"
                );
            }

            var nested = stages.Where(stage => stage.Declaration.IsEntryPoint).Select(stage => stage.Report).ToArray();
            var properties = new List<string>();
            if (nested.Length > 0)
            {
                properties.Add($"NestedStages = new int[] {{ {string.Join(", ", nested)} }}");
            }

            if (emission.Run.TellsRounds)
            {
                properties.AddRange(LoopStatements.Rounds(emission));
            }

            writer.Line(properties.Count == 0 ? ");" : $") {{ {string.Join(", ", properties)} }};");
            GuardStatements.WriteSettings(writer, emission);
            if (emission is { Run.IsObserved: true, Shape.IsConcurrent: true })
            {
                writer.Line();
                writer.Line("// Where a stage is in the order of reports, by its place in the order of starts.");
                writer.Line($"internal static int IndexOf(int stage) => Indexes[stage];");
                writer.Line();
                writer.Line(
                    $"private static readonly int[] Indexes = {{ {string.Join(", ", emission.Stages.Select(stage => stage.Report))} }};"
                );
            }

            if (emission.Shape.CallsStagesOnStack)
            {
                WriteCreate(writer, emission);
            }

            if (emission.Run.Compensates)
            {
                CompensationMethod.Write(writer, emission);
            }
        }
    }

    /// <summary>Writes the method that creates the report, into a run object or the values of a segmented straight line.</summary>
    /// <param name="writer">The writer.</param>
    /// <param name="emission">The entry point.</param>
    /// <param name="signature">The method's signature.</param>
    /// <param name="endOf">The expression that describes how a stage ended.</param>
    /// <param name="cause">The expression of the exception with which the run ended.</param>
    /// <param name="frame">The frame that has the values. It has no events if the observer's failure is a parameter.</param>
    public static void WriteMethod(
        SourceWriter writer,
        EntryPointEmission emission,
        string signature,
        Func<LoweredStage, string> endOf,
        string cause,
        Frame frame
    )
    {
        writer.Line();
        using (writer.Block(signature))
        {
            var report = emission.Names.Report;
            var measures = emission.Run.Measures ? ", measures: true" : "";
            var time = emission.Run.Measures && emission.Run.NeedsScope ? $", {frame.Scope}.TimeProvider" : "";
            writer.Line(
                $"{writer.Var(Known.Services + ".RunReportBuilder")} {report} = new {Known.Services}.RunReportBuilder({emission.ReportName}.Stages{measures}{time});"
            );
            foreach (var stage in emission.Program.Schedule)
            {
                writer.Line($"{report}.Stage({Arguments(emission, stage, endOf, frame)});");
            }

            if (emission.Stages.Any(stage => stage.IsStream))
            {
                writer.Line($"{report}.EndUnreadStreams({cause});");
            }

            var observerFailure =
                !emission.Run.IsObserved ? ""
                : frame.Events.Length == 0 ? emission.Names.ObserverFailure
                : $"{frame.Events}.ObserverFailure";
            writer.Line($"return {report}.ToReport({observerFailure});");
        }
    }

    /// <summary>The expression of the end of a stage in a run whose stages run one after the other.</summary>
    public static string EndInOrder(
        LoweredStage stage,
        string at,
        string exception,
        string token,
        string? nested = null
    )
    {
        var (method, argument) = stage.Declaration.IsEntryPoint
            ? ("OfNested", nested is null ? "" : $", {nested}")
            : ("InOrder", "");
        return $"{Known.Services}.StageEnd.{method}({stage.Report}, {at}, {exception}{argument}, {token})";
    }

    private static void WriteCreate(SourceWriter writer, EntryPointEmission emission)
    {
        var names = emission.Names;
        var parameters = ParametersOfCaller(emission).Prepend($"int {names.At}").ToList();
        parameters.AddRange(
            emission.Program.ValueSlots.Select(slot => $"{SlotText.TypeOf(emission, slot)} {emission.Locals.Of(slot)}")
        );
        WriteMethod(
            writer,
            emission,
            $"internal static {ReportType} Create({string.Join(", ", parameters)})",
            stage => EndInOrder(stage, names.At, names.Exception, names.CallerToken),
            names.Exception,
            emission.Locals with
            {
                Events = "",
            }
        );
    }

    /// <summary>The parameters that the caller's stack passes to the report factory, in addition to values.</summary>
    public static IEnumerable<string> ParametersOfCaller(EntryPointEmission emission)
    {
        var names = emission.Names;
        yield return $"{Known.Exception}? {names.Exception}";
        yield return $"{Known.CancellationToken} {names.CallerToken}";
        if (emission.Run.NeedsScope)
        {
            yield return $"{Known.Services}.RunScope {names.Scope}";
        }

        if (emission.Run.IsObserved)
        {
            yield return $"{Known.Exception}? {names.ObserverFailure}";
        }
    }

    // The arguments for these parameters.
    private static IEnumerable<string> ArgumentsOfCaller(EntryPointEmission emission, string exception)
    {
        var names = emission.Names;
        yield return exception;
        yield return emission.Locals.Token;
        if (emission.Run.NeedsScope)
        {
            yield return names.Scope;
        }

        if (emission.Run.IsObserved)
        {
            yield return $"{names.Events}.ObserverFailure";
        }
    }

    private static string OfOrdered(EntryPointEmission emission, string exception, string at, Frame frame)
    {
        if (emission.Shape.IsSegmented)
        {
            return $"{emission.Names.Values}.Report({string.Join(", ", ArgumentsOfCaller(emission, exception))})";
        }

        string[] arguments =
        [
            at,
            .. ArgumentsOfCaller(emission, exception),
            .. emission.Program.ValueSlots.Select(frame.Of),
        ];
        return $"{emission.ReportName}.Create({string.Join(", ", arguments)})";
    }

    private static string Arguments(
        EntryPointEmission emission,
        LoweredStage stage,
        Func<LoweredStage, string> endOf,
        Frame frame
    )
    {
        string Slot(SlotKind kind) => frame.Slot(stage.Place, kind);
        var arguments = new List<string>
        {
            stage.Report.ToString(),
            endOf(stage),
            stage.IsEffect ? "true" : Slot(SlotKind.Output),
        };
        if (stage.Has(SlotKind.Skipped))
        {
            arguments.Add($"skipped: {Slot(SlotKind.Skipped)}");
        }

        string[] failures =
        [
            .. stage.Has(SlotKind.Failure) ? [Slot(SlotKind.Failure)] : Array.Empty<string>(),
            .. stage.IsStream
                ? [$"{Known.Services}.Streams.StageStream.FailureOf({Slot(SlotKind.Output)})"]
                : Array.Empty<string>(),
        ];
        if (failures.Length > 0)
        {
            arguments.Add($"failure: {string.Join(" ?? ", failures)}");
        }

        if (stage.Has(SlotKind.Nested))
        {
            arguments.Add($"nested: {Slot(SlotKind.Nested)}");
        }

        if (stage.Has(SlotKind.Started))
        {
            arguments.Add($"started: {Slot(SlotKind.Started)}");
        }
        else if (stage.Skip is not null)
        {
            arguments.Add($"started: {Slot(SlotKind.Skipped)} is null ? 1 : 0");
        }

        if (stage.Has(SlotKind.Stopped))
        {
            arguments.Add($"ended: {Slot(SlotKind.Stopped)}");
        }

        if (stage.IsInRounds)
        {
            arguments.Add($"calls: {frame.Scope}.CallsMade({stage.Report})");
            arguments.Add("inRounds: true");
            if (stage.Rounds is not null)
            {
                arguments.Add($"refusal: {frame.Scope}.RefusalOf({stage.Report})");
            }
        }
        else if (stage.CountsCalls)
        {
            arguments.Add($"calls: {frame.Scope}.CallsOf({stage.Report})");
        }

        return string.Join(", ", arguments);
    }

    private static string Literal(string text) => SymbolDisplay.FormatLiteral(text, quote: true);
}
