using Sluice.Compiler.Model;

namespace Sluice.Generators.Emit;

/// <summary>
/// Writes how an entry point opens and closes the scope of a run, which its stages share, and the object that tells its observer.
/// </summary>
internal static class ScopeStatements
{
    /// <summary>Writes the statements that open both on the caller's stack.</summary>
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

    /// <summary>The observer's parameter in the method that runs the pipeline.</summary>
    public static string Observer(EntryPointEmission emission) =>
        emission.EntryPoint.Observer is { } observer ? Identifiers.Escape(observer) : emission.Names.Observer;

    /// <summary>The parameters of a method that receives both, with their types.</summary>
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
    /// Writes the statement that closes a successful run after all clean-ups have ended. If the stream is read after the stages, the
    /// run ends with its stream, and its stages are compensated if the stream fails.
    /// </summary>
    /// <param name="writer">The writer.</param>
    /// <param name="emission">The entry point.</param>
    /// <param name="frame">The frame that has the scope and the events.</param>
    /// <param name="report">The expression of the run's report, or <see langword="null"/> if it has none.</param>
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

    /// <summary>The statement that closes a run after all clean-ups have ended.</summary>
    /// <param name="emission">The entry point.</param>
    /// <param name="frame">The frame that has the scope and the events.</param>
    /// <param name="exception">The expression of the exception with which the run ends.</param>
    /// <param name="isCancellation">The expression that tells whether that exception is a cancellation.</param>
    /// <param name="report">
    /// The expression of the run's report if it has not been attached to the exception yet. The observer may throw when it is told of
    /// the run's end. The report then records that exception too.
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
