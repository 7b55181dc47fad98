using Sluice.Compiler.Model;

namespace Sluice.Generators.Emit;

/// <summary>
/// Writes how an entry point opens and closes what the stages of a run share beside their values, and what tells its observer.
/// </summary>
internal static class ScopeStatements
{
    /// <summary>Writes, on the caller's stack, what opens both.</summary>
    public static void WriteOpening(SourceWriter writer, EntryPointEmission emission)
    {
        var names = emission.Names;
        var needsScope = emission.Run.NeedsScope;
        var context = emission.EntryPoint.RunContext is { } parameter ? Identifiers.Escape(parameter) : "null";
        var isSynchronous =
            $"isSynchronous: {(emission.EntryPoint.Return == ReturnShape.Synchronous ? "true" : "false")}";
        var stages = $"{emission.ReportName}.Stages";
        if (emission.Run.IsObserved)
        {
            writer.Line(
                $"{writer.Var(emission.EventsType)} {names.Events} = {Known.Services}.RunEvents.Open({stages}, {Literal(emission.EntryPoint.Name)}, {Observer(emission)}, "
                    + $"{context}, needsScope: {(needsScope ? "true" : "false")}, {isSynchronous}, {emission.CallerToken});"
            );
            if (needsScope)
            {
                writer.Line($"{writer.Var(Known.Services + ".RunScope")} {names.Scope} = {names.Events}.Scope;");
            }
        }
        else if (needsScope)
        {
            writer.Line(
                $"{writer.Var(Known.Services + ".RunScope")} {names.Scope} = {Known.Services}.RunScope.Open({stages}, {context}, {isSynchronous}, {emission.CallerToken});"
            );
        }

        if (emission.Run.IsStreamed && emission.Run.IsClosed)
        {
            var scope = needsScope ? names.Scope : $"{names.Events}.Scope";
            writer.Line($"{StreamedEntryPoint.Given(emission)!.Value.Name}.Open({scope});");
        }

        if (emission.Run.HasDeadline)
        {
            writer.Line($"{writer.Var(Known.CancellationToken)} {names.RunToken} = {names.Scope}.Token;");
        }
    }

    /// <summary>The parameter that observes, in the method that runs the pipeline.</summary>
    public static string Observer(EntryPointEmission emission) =>
        emission.EntryPoint.Observer is { } observer ? Identifiers.Escape(observer) : emission.Names.Observer;

    /// <summary>The parameters of a method that is given both, with their types.</summary>
    public static IEnumerable<(string Type, string Name)> Parameters(EntryPointEmission emission)
    {
        if (emission.Run.NeedsScope)
        {
            yield return ($"{Known.Services}.RunScope", emission.Names.Scope);
        }

        if (emission.Run.IsObserved)
        {
            yield return (emission.EventsType, emission.Names.Events);
        }

        if (emission.Run.IsReadMeanwhile || emission.Run.KeepsStreamedScope)
        {
            yield return StreamedEntryPoint.Given(emission)!.Value;
        }
    }

    /// <summary>
    /// Writes what ends a run that succeeded where nothing has to be called or awaited for it any more. A run whose stream is read when
    /// all stages have ended ends with that, and is undone where it fails.
    /// </summary>
    /// <param name="writer">What it is written to.</param>
    /// <param name="emission">The entry point.</param>
    /// <param name="frame">Where they are.</param>
    /// <param name="report">The expression of the run's report, where it has one.</param>
    public static void WriteClose(SourceWriter writer, EntryPointEmission emission, Frame frame, string? report = null)
    {
        if (!emission.Run.IsReadAfterwards)
        {
            writer.Line(Close(emission, frame, "null", "false", report));
        }
        else if (emission.Run.Compensates)
        {
            writer.Line($"_streamedScope.Compensation = {CompensationMethod.Deferred(emission, frame)};");
        }
    }

    /// <summary>The statement that ends the run where nothing has to be called or awaited for it any more.</summary>
    /// <param name="emission">The entry point.</param>
    /// <param name="frame">Where they are.</param>
    /// <param name="exception">The expression of what the run ends with.</param>
    /// <param name="isCancellation">The expression of whether that is a cancellation.</param>
    /// <param name="report">
    /// The expression of the run's report, where there is one that is not kept beside the exception yet: the observer may throw when
    /// it is told of the run's end, which is the last that the report says.
    /// </param>
    public static string Close(
        EntryPointEmission emission,
        Frame frame,
        string exception,
        string isCancellation,
        string? report = null
    )
    {
        var closed = emission.Run.NeedsScope ? frame.Scope : frame.Events;
        var keeps = emission.Run.OutputMayKeepContext && exception == "null" ? ", outputMayKeepContext: true" : "";
        var reports =
            report is not null && (emission.Run.IsObserved || exception != "null") ? $", report: {report}" : "";
        var arguments = $"{exception}, {isCancellation}{keeps}{reports}";
        return arguments == "null, false" ? $"{closed}.Close();" : $"{closed}.Close({arguments});";
    }

    private static string Literal(string text) =>
        Microsoft.CodeAnalysis.CSharp.SymbolDisplay.FormatLiteral(text, quote: true);
}
