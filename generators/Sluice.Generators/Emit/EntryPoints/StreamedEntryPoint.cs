namespace Sluice.Generators.Emit;

/// <summary>
/// Writes the additional members of an entry point that streams: the method that creates the stream, and the struct that starts each
/// run.
/// </summary>
internal static class StreamedEntryPoint
{
    /// <summary>The type of the object that keeps the scope of a run until its stream has ended.</summary>
    public const string ScopeType = Streams + ".StreamedScope";

    /// <summary>
    /// The parameter that a streamed run receives from its reader, or <see langword="null"/> if there is none. It either hands the
    /// stream over while the run goes on, or keeps the scope.
    /// </summary>
    public static (string Type, string Name)? Given(EntryPointEmission emission) =>
        emission.Run.IsReadMeanwhile ? ($"{Streams}.StreamHandover<{Item(emission)}>", emission.Names.Handover)
        : emission.Run.IsStreamed && emission.Run.IsClosed ? (ScopeType, emission.Names.StreamedScope)
        : null;

    /// <summary>The base class of run objects whose stream is read during the run.</summary>
    public static string RunType(EntryPointEmission emission) => $"Streams.ConcurrentStreamedRun<{Item(emission)}>";

    private const string Streams = Known.Services + ".Streams";

    /// <summary>Writes the entry point itself. The run that it starts is written like any other, under another name.</summary>
    public static void Write(SourceWriter writer, EntryPointEmission emission)
    {
        var arguments = Receiver(emission)
            .Concat(Parameters(emission).Select(parameter => Identifiers.Escape(parameter.Name)));
        var token = emission.EntryPoint.CancellationToken is { } name
            ? Identifiers.Escape(name)
            : Known.CancellationToken + ".None";
        var enumerate =
            emission.Run.IsReadMeanwhile ? "ConcurrentStreamOutput.EnumerateAsync"
            : emission.Run.IsClosed ? "StreamOutput.EnumerateInScopeAsync"
            : "StreamOutput.EnumerateAsync";
        var stream =
            $"{Streams}.{enumerate}<{Run(emission)}, {Item(emission)}>("
            + $"new {Run(emission)}({string.Join(", ", arguments)}), {token});";
        if (!emission.EntryPoint.Inputs.Any(input => input.RefusesNull))
        {
            writer.Line($"{emission.EntryPoint.Signature} => {stream}");
            return;
        }

        using (writer.Block(emission.EntryPoint.Signature))
        {
            EntryPointBody.WriteRefusals(writer, emission);
            writer.Line($"return {stream}");
        }
    }

    /// <summary>
    /// The signature of the method that runs the pipeline. The method ends before the stream is read, or runs while it is read.
    /// </summary>
    public static string RunSignature(EntryPointEmission emission)
    {
        string[] parameters =
        [
            .. Parameters(emission).Select(parameter => $"{parameter.Type} {Identifiers.Escape(parameter.Name)}"),
            .. Given(emission) is { } given ? [$"{given.Type} {given.Name}"] : Array.Empty<string>(),
            $"{Known.CancellationToken} {emission.CallerToken}",
        ];
        var modifiers = emission.EntryPoint.IsStatic ? "private static" : "private";
        return $"{modifiers} {emission.ReturnType} {emission.StreamedRunMethod}{ObserverParameters(emission)}("
            + $"{string.Join(", ", parameters)}){ObserverConstraint(emission)}";
    }

    /// <summary>Writes the struct.</summary>
    public static void WriteRun(SourceWriter writer, EntryPointEmission emission)
    {
        var name = emission.StreamedRunName;
        var fields = Parameters(emission).ToList();
        if (!emission.EntryPoint.IsStatic)
        {
            fields.Insert(0, (emission.Model.Declaration.Self, emission.Names.Pipeline));
        }

        writer.Line();
        writer.Line(
            $"// What starts a run of {emission.EntryPoint.MethodName} when somebody begins to read its stream."
        );
        writer.Line(GeneratedCode.Attribute);
        using (
            writer.Block(
                $"private readonly struct {Run(emission)} : {Streams}.{RunInterface(emission)}<{Item(emission)}>{ObserverConstraint(emission)}"
            )
        )
        {
            foreach (var (type, field) in fields)
            {
                writer.Line($"private readonly {type} _{field};");
            }

            if (fields.Count > 0)
            {
                writer.Line();
                var parameters = fields.Select(field => $"{field.Type} {Identifiers.Escape(field.Name)}");
                using (writer.Block($"internal {name}({string.Join(", ", parameters)})"))
                {
                    fields.ForEach(field => writer.Line($"this._{field.Name} = {Identifiers.Escape(field.Name)};"));
                }

                writer.Line();
            }

            var receiver = emission.EntryPoint.IsStatic
                ? emission.Model.Declaration.Self
                : $"_{emission.Names.Pipeline}";
            string[] arguments =
            [
                .. Parameters(emission).Select(parameter => "_" + parameter.Name),
                .. Given(emission) is null ? Array.Empty<string>() : [GivenName(emission)],
                "token",
            ];
            var scope = Given(emission) is { } given ? $"{given.Type} {GivenName(emission)}, " : "";
            writer.Line(
                $"public {emission.ValueTaskType} RunAsync({scope}{Known.CancellationToken} token) => "
                    + $"{receiver}.{emission.StreamedRunMethod}({string.Join(", ", arguments)});"
            );
        }
    }

    private static string RunInterface(EntryPointEmission emission) =>
        emission.Run.IsReadMeanwhile ? "IConcurrentStreamedRun"
        : emission.Run.IsClosed ? "IScopedStreamedRun"
        : "IStreamedRun";

    // The name is fixed, because the struct has no other names with which it could collide.
    private static string GivenName(EntryPointEmission emission) => emission.Run.IsReadMeanwhile ? "handover" : "scope";

    private static string Run(EntryPointEmission emission) => emission.StreamedRunName + ObserverParameters(emission);

    // The caller does not know about telemetry. Its observer is chosen when the run starts.
    private static string ObserverParameters(EntryPointEmission emission) =>
        emission.EntryPoint.Observer is null ? "" : emission.ObserverParameters;

    private static string ObserverConstraint(EntryPointEmission emission) =>
        emission.EntryPoint.Observer is null ? "" : emission.ObserverConstraint;

    // The arguments of the caller, except the token.
    private static IEnumerable<(string Type, string Name)> Parameters(EntryPointEmission emission)
    {
        foreach (var input in emission.EntryPoint.Inputs)
        {
            yield return (input.TypeName, input.Name);
        }

        if (emission.EntryPoint.RunContext is { } context)
        {
            yield return ("global::Sluice.RunContext?", context);
        }

        if (emission.EntryPoint.Observer is { } observer)
        {
            yield return (emission.EntryPoint.ObserverType!, observer);
        }
    }

    private static IEnumerable<string> Receiver(EntryPointEmission emission) =>
        emission.EntryPoint.IsStatic ? [] : ["this"];

    // The type argument of IAsyncEnumerable<T>.
    private static string Item(EntryPointEmission emission)
    {
        var stream = emission.EntryPoint.ReturnTypeName;
        var start = stream.IndexOf('<') + 1;
        return stream.Substring(start, stream.LastIndexOf('>') - start);
    }
}
