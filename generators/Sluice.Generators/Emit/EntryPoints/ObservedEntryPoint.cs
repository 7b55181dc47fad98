using Sluice.Compiler.Model;

namespace Sluice.Generators.Emit;

/// <summary>
/// Writes an entry point that emits telemetry. It checks once whether telemetry is enabled. Then it runs the pipeline either for an
/// observer that emits telemetry or for one that does nothing and costs nothing.
/// </summary>
internal static class ObservedEntryPoint
{
    private const string Telemetry = Known.Services + ".RunTelemetry";

    /// <summary>Writes the statement that chooses the observer.</summary>
    public static void WriteChoice(SourceWriter writer, EntryPointEmission emission)
    {
        var given = emission.EntryPoint.Observer is { } name ? Identifiers.Escape(name) : null;
        var observing = given is null
            ? $"{Telemetry}.Start()"
            : $"new {Known.Services}.ObserverPair<{emission.EntryPoint.ObserverType}, {Telemetry}>({given}, {Telemetry}.Start())";
        var unobserved = given ?? $"default({Known.Services}.NoObserver)";
        using (writer.Block($"if ({Telemetry}.IsEnabled)"))
        {
            writer.Line($"{Return(emission)}{Call(emission, observing)};");
            if (IsVoid(emission))
            {
                writer.Line("return;");
            }
        }

        writer.Line();
        writer.Line($"{Return(emission)}{Call(emission, unobserved)};");
    }

    /// <summary>The signature of the method that runs the pipeline.</summary>
    public static string Signature(EntryPointEmission emission)
    {
        var entryPoint = emission.EntryPoint;
        var returnType =
            entryPoint.Return == ReturnShape.Synchronous
                ? emission.Run.HasOutput
                    ? entryPoint.ReturnTypeName
                    : "void"
                : emission.ReturnType;
        return $"private {(entryPoint.IsStatic ? "static " : "")}{returnType} {emission.ObservedName}{emission.ObserverParameters}("
            + $"{string.Join(", ", Parameters(emission).Select(parameter => $"{parameter.Type} {parameter.Name}"))}){emission.ObserverConstraint}";
    }

    private static string Call(EntryPointEmission emission, string observer) =>
        $"{emission.ObservedName}({string.Join(", ", Parameters(emission).Select(parameter => parameter.IsObserver ? observer : parameter.Name))})";

    // The parameters of the entry point in a fixed order, and those that the emitted method has in addition.
    private static IEnumerable<(string Type, string Name, bool IsObserver)> Parameters(EntryPointEmission emission)
    {
        var entryPoint = emission.EntryPoint;
        foreach (var input in entryPoint.Inputs)
        {
            yield return (input.TypeName, Identifiers.Escape(input.Name), false);
        }

        if (entryPoint.RunContext is { } context)
        {
            yield return ("global::Sluice.RunContext?", Identifiers.Escape(context), false);
        }

        yield return (emission.ObserverType!, ScopeStatements.Observer(emission), true);
        if (StreamedEntryPoint.Given(emission) is { } given)
        {
            yield return (given.Type, given.Name, false);
        }

        if (entryPoint.CancellationToken is not null || emission.Run.IsStreamed)
        {
            yield return (Known.CancellationToken, emission.CallerToken, false);
        }
    }

    private static bool IsVoid(EntryPointEmission emission) =>
        emission.EntryPoint.Return == ReturnShape.Synchronous && !emission.Run.HasOutput;

    private static string Return(EntryPointEmission emission) => IsVoid(emission) ? "" : "return ";
}
