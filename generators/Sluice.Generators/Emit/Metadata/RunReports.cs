using Microsoft.CodeAnalysis.CSharp;
using Sluice.Compiler.Model;
using Sluice.Compiler.Plan;
using Sluice.Compiler.Policies;

namespace Sluice.Generators.Emit;

/// <summary>Writes what makes the report of a run that is over.</summary>
internal static class RunReports
{
    private const string ReportType = "global::Sluice.RunReport";

    /// <summary>Writes, where a run failed on the caller's stack, what makes its report and keeps it beside the exception.</summary>
    public static void WriteOfFailure(SourceWriter writer, EntryPointEmission emission)
    {
        var names = emission.Names;
        var token = emission.CancellingToken(emission.Locals);
        if (
            emission is { EntryPoint.Return: ReturnShape.Synchronous, Measures: false }
            && (token is not null || emission.HasDeadline)
        )
        {
            writer.Line($"{writer.Var(Known.Exception)} {names.Thrown} = {names.Exception};");
        }

        if (token is not null)
        {
            writer.Line($"{names.Exception} = {Known.Services}.FailedRun.Cause({names.Exception}, {token});");
        }

        if (emission.IsObserved && emission.Plan.Stages.Count > 0)
        {
            var at = emission.Plan.IsSegmented ? $"{names.Values}._at" : names.At;
            using (writer.Block($"if ({at} is >= 0 and < {emission.Plan.Stages.Count})"))
            {
                writer.Line(
                    $"{names.Events}.Failed({at}, {names.Exception}, {Known.Services}.FailedRun.IsCancellation({names.Exception}, {emission.Locals.Token}));"
                );
            }

            writer.Line();
        }

        writer.Line(
            $"{writer.Var(Known.RunReport)} {names.Report} = {OfOrdered(emission, names.Exception, names.At, part => emission.Locals.Part(part.Place, part.Form))};"
        );
        var failures = emission.Plan.ContinuesOnFailure ? $", {FailuresOf(emission)}" : "";
        if (emission.Plan.ContinuesOnFailure)
        {
            writer.Line($"{names.Exception} = {FailuresOf(emission)}.FirstOr({names.Exception});");
        }

        // The stage was cancelled; that the time was up is what the run fails with.
        if (emission.HasDeadline)
        {
            writer.Line($"{names.Exception} = {names.Scope}.Cause({names.Exception});");
        }

        var attach = emission.Plan.NeedsScope ? names.Scope : $"{Known.Services}.FailedRun";
        writer.Line($"{attach}.Attach({names.Exception}, {names.Report}{failures});");
    }

    /// <summary>The expression of the report of a run that ended well on the caller's stack.</summary>
    public static string OfSuccess(EntryPointEmission emission, Frame frame) =>
        OfOrdered(
            emission,
            "null",
            emission.Plan.Stages.Count.ToString(CultureInfo.InvariantCulture),
            part => frame.Part(part.Place, part.Form)
        );

    /// <summary>The expression of the failures that a run on the caller's stack went on after.</summary>
    public static string FailuresOf(EntryPointEmission emission) =>
        emission.Plan.IsSegmented ? $"{emission.Names.Values}._failures" : emission.Names.Failures;

    /// <summary>Writes the nested class that describes the stages and makes reports of runs on the caller's stack.</summary>
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
            var stages = emission.Plan.Schedule.Select(place => emission.StageAt(place)).ToArray();
            writer.Line($"internal static readonly {Known.Services}.ReportedStages Stages = new(");
            using (writer.Indent())
            {
                writer.Line($"{Literal(emission.Model.Name)},");
                writer.Line(
                    stages.Length == 0
                        ? "global::System.Array.Empty<string>(),"
                        : $"new string[] {{ {string.Join(", ", stages.Select(stage => Literal(stage.Name)))} }},"
                );
                writer.Line(
                    stages.Length == 0
                        ? "global::System.Array.Empty<int>()"
                        : $"new int[] {{ {string.Join(", ", emission.Plan.Schedule.Select(place => emission.Plan.Stages[place].Stage))} }}"
                );
            }

            var nested = Enumerable.Range(0, stages.Length).Where(index => stages[index].IsEntryPoint).ToArray();
            writer.Line(
                nested.Length == 0 ? ");" : $") {{ NestedStages = new int[] {{ {string.Join(", ", nested)} }} }};"
            );
            GuardStatements.WriteSettings(writer, emission);
            if (emission is { IsObserved: true, Plan.Lowering: PlanLowering.Concurrent })
            {
                writer.Line();
                writer.Line("// Where a stage is in the order of reports, by its place in the order of starts.");
                writer.Line($"internal static int IndexOf(int stage) => Indexes[stage];");
                writer.Line();
                writer.Line(
                    $"private static readonly int[] Indexes = {{ {string.Join(", ", Enumerable.Range(0, stages.Length).Select(emission.IndexOf))} }};"
                );
            }

            if (!emission.Plan.StartsSuspended && !emission.Plan.IsSegmented)
            {
                WriteCreate(writer, emission);
            }

            if (emission.Plan.Compensates)
            {
                CompensationMethod.Write(writer, emission);
            }
        }
    }

    /// <summary>Writes the method of a run object, or of the values of a segmented straight line, that makes the report.</summary>
    /// <param name="writer">What it is written to.</param>
    /// <param name="emission">The entry point.</param>
    /// <param name="signature">The method's signature.</param>
    /// <param name="endOf">The expression of how the stage at a place came to its end.</param>
    /// <param name="cause">The expression of what the run ended with.</param>
    /// <param name="frame">Where the values are; without events where what the observer threw is a parameter.</param>
    public static void WriteMethod(
        SourceWriter writer,
        EntryPointEmission emission,
        string signature,
        Func<int, string> endOf,
        string cause,
        Frame frame
    )
    {
        writer.Line();
        using (writer.Block(signature))
        {
            var report = emission.Names.Report;
            var measures = emission.Measures ? ", measures: true" : "";
            var time = emission.Measures && emission.Plan.NeedsScope ? $", {frame.Scope}.TimeProvider" : "";
            writer.Line(
                $"{writer.Var(Known.Services + ".RunReportBuilder")} {report} = new {Known.Services}.RunReportBuilder({emission.ReportName}.Stages{measures}{time});"
            );
            foreach (var place in emission.Plan.Schedule)
            {
                writer.Line($"{report}.Stage({Arguments(emission, place, endOf, frame)});");
            }

            if (emission.Plan.Schedule.Any(emission.IsStream))
            {
                writer.Line($"{report}.EndUnreadStreams({cause});");
            }

            var observerFailure =
                !emission.IsObserved ? ""
                : frame.Events.Length == 0 ? emission.Names.ObserverFailure
                : $"{frame.Events}.ObserverFailure";
            writer.Line($"return {report}.ToReport({observerFailure});");
        }
    }

    /// <summary>The expression of the end of a stage in a run whose stages run one after the other.</summary>
    public static string EndInOrder(
        EntryPointEmission emission,
        int place,
        string at,
        string exception,
        string token,
        string? nested = null
    )
    {
        var (method, argument) = emission.StageAt(place).IsEntryPoint
            ? ("OfNested", nested is null ? "" : $", {nested}")
            : ("InOrder", "");
        return $"{Known.Services}.StageEnd.{method}({emission.IndexOf(place)}, {at}, {exception}{argument}, {token})";
    }

    private static void WriteCreate(SourceWriter writer, EntryPointEmission emission)
    {
        var names = emission.Names;
        var parameters = ParametersOfCaller(emission).Prepend($"int {names.At}").ToList();
        parameters.AddRange(
            KeptParts.Of(emission).Select(part => $"{part.TypeName} {emission.Locals.Part(part.Place, part.Form)}")
        );
        WriteMethod(
            writer,
            emission,
            $"internal static {ReportType} Create({string.Join(", ", parameters)})",
            place => EndInOrder(emission, place, names.At, names.Exception, names.CallerToken),
            names.Exception,
            emission.Locals with
            {
                Events = "",
            }
        );
    }

    /// <summary>What the caller's stack gives to what makes a report, beside values, as parameters.</summary>
    public static IEnumerable<string> ParametersOfCaller(EntryPointEmission emission)
    {
        var names = emission.Names;
        yield return $"{Known.Exception}? {names.Exception}";
        yield return $"{Known.CancellationToken} {names.CallerToken}";
        if (emission.Plan.NeedsScope)
        {
            yield return $"{Known.Services}.RunScope {names.Scope}";
        }

        if (emission.IsObserved)
        {
            yield return $"{Known.Exception}? {names.ObserverFailure}";
        }
    }

    // The same as arguments.
    private static IEnumerable<string> ArgumentsOfCaller(EntryPointEmission emission, string exception)
    {
        var names = emission.Names;
        yield return exception;
        yield return emission.Locals.Token;
        if (emission.Plan.NeedsScope)
        {
            yield return names.Scope;
        }

        if (emission.IsObserved)
        {
            yield return $"{names.Events}.ObserverFailure";
        }
    }

    private static string OfOrdered(
        EntryPointEmission emission,
        string exception,
        string at,
        Func<KeptPart, string> expression
    )
    {
        if (emission.Plan.IsSegmented)
        {
            return $"{emission.Names.Values}.Report({string.Join(", ", ArgumentsOfCaller(emission, exception))})";
        }

        string[] arguments =
        [
            at,
            .. ArgumentsOfCaller(emission, exception),
            .. KeptParts.Of(emission).Select(expression),
        ];
        return $"{emission.ReportName}.Create({string.Join(", ", arguments)})";
    }

    private static string Arguments(EntryPointEmission emission, int place, Func<int, string> endOf, Frame frame)
    {
        var part = frame.Part;
        var arguments = new List<string>
        {
            emission.IndexOf(place).ToString(CultureInfo.InvariantCulture),
            endOf(place),
            emission.StageAt(place).IsEffect ? "true" : part(place, NameForm.Output),
        };
        if (emission.HasSkipped(place))
        {
            arguments.Add($"skipped: {part(place, NameForm.Skipped)}");
        }

        string?[] failures =
        [
            emission.Plan.Stages[place].KeepsFailure ? part(place, NameForm.Failure) : null,
            emission.IsStream(place)
                ? $"{Known.Services}.Streams.StageStream.FailureOf({part(place, NameForm.Output)})"
                : null,
        ];
        if (failures.Any(failure => failure is not null))
        {
            arguments.Add($"failure: {string.Join(" ?? ", failures.Where(failure => failure is not null))}");
        }

        if (emission.Plan.Stages[place].KeepsFailure && emission.StageAt(place).IsEntryPoint)
        {
            arguments.Add($"nested: {part(place, NameForm.Nested)}");
        }

        if (emission.NeedsStarted(place))
        {
            arguments.Add($"started: {part(place, NameForm.Started)}");
        }
        else if (emission.HasSkipped(place) && emission.Plan.Stages[place].MayBeSkipped)
        {
            arguments.Add($"started: {part(place, NameForm.Skipped)} is null ? 1 : 0");
        }

        if (emission.Measures)
        {
            arguments.Add($"ended: {part(place, NameForm.Stopped)}");
        }

        if (emission.Plan.GuardsOf(place).Any())
        {
            arguments.Add($"calls: {frame.Scope}.CallsMade({emission.IndexOf(place)})");
            arguments.Add("inRounds: true");
            if (GuardStatements.Repeats(emission, place))
            {
                arguments.Add($"refusal: {frame.Scope}.RefusalOf({emission.IndexOf(place)})");
            }
        }
        else if (emission.StageAt(place).Policies.Need(PolicyNeeds.CallCount))
        {
            arguments.Add($"calls: {frame.Scope}.CallsOf({emission.IndexOf(place)})");
        }

        return string.Join(", ", arguments);
    }

    private static string Literal(string text) => SymbolDisplay.FormatLiteral(text, quote: true);
}
