using Sluice.Compiler.Model;

namespace Sluice.Generators.Emit;

/// <summary>
/// Writes what an entry point that streams has beyond others: the method that makes the stream, and the struct that starts a run for
/// each enumeration of it.
/// </summary>
internal static class StreamedEntryPoint
{
    private const string Streams = Known.Services + ".Streams";

    /// <summary>Writes the entry point itself. The run behind it is written as any other, under another name.</summary>
    public static void Write(SourceWriter writer, EntryPointEmission emission)
    {
        var arguments = Receiver(emission).Concat(Inputs(emission).Select(input => Identifiers.Escape(input.Name)));
        var token = emission.EntryPoint.CancellationToken is { } name
            ? Identifiers.Escape(name)
            : Known.CancellationToken + ".None";
        writer.Line(
            $"{emission.EntryPoint.Signature} => {Streams}.StreamOutput.EnumerateAsync<{emission.StreamedRunName}, {Item(emission)}>("
                + $"new {emission.StreamedRunName}({string.Join(", ", arguments)}), {token});"
        );
    }

    /// <summary>The signature of the method that runs the pipeline up to the stream.</summary>
    public static string RunSignature(EntryPointEmission emission)
    {
        string[] parameters =
        [
            .. Inputs(emission).Select(input => $"{input.TypeName} {Identifiers.Escape(input.Name)}"),
            $"{Known.CancellationToken} {emission.Locals.Token}",
        ];
        var modifiers = emission.EntryPoint.IsStatic ? "private static" : "private";
        return $"{modifiers} {emission.ReturnType} {emission.StreamedRunName}Async({string.Join(", ", parameters)})";
    }

    /// <summary>Writes the struct.</summary>
    public static void WriteRun(SourceWriter writer, EntryPointEmission emission)
    {
        var name = emission.StreamedRunName;
        var fields = Inputs(emission).Select(input => (Type: input.TypeName, input.Name)).ToList();
        if (!emission.EntryPoint.IsStatic)
        {
            fields.Insert(0, (emission.Model.Declaration.Self, emission.Names.Pipeline));
        }

        writer.Line();
        writer.Line(
            $"// What starts a run of {emission.EntryPoint.MethodName} when somebody begins to read its stream."
        );
        writer.Line(GeneratedCode.Attribute);
        using (writer.Block($"private readonly struct {name} : {Streams}.IStreamedRun<{Item(emission)}>"))
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
            var arguments = Inputs(emission).Select(input => "_" + input.Name).Append("token");
            writer.Line(
                $"public {emission.ValueTaskType} RunAsync({Known.CancellationToken} token) => "
                    + $"{receiver}.{name}Async({string.Join(", ", arguments)});"
            );
        }
    }

    private static EquatableArray<InputModel> Inputs(EntryPointEmission emission) => emission.EntryPoint.Inputs;

    private static IEnumerable<string> Receiver(EntryPointEmission emission) =>
        emission.EntryPoint.IsStatic ? [] : ["this"];

    // What stands between the angle brackets of IAsyncEnumerable<T>.
    private static string Item(EntryPointEmission emission)
    {
        var stream = emission.EntryPoint.ReturnTypeName;
        var start = stream.IndexOf('<') + 1;
        return stream.Substring(start, stream.LastIndexOf('>') - start);
    }
}
