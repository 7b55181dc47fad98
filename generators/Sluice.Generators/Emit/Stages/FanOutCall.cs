using Sluice.Compiler.Lower;
using Sluice.Compiler.Model;
using Sluice.Generators.Emit.Policies;

namespace Sluice.Generators.Emit;

/// <summary>Writes what runs a stage for each element of a collection: a struct that calls it, and the call that is given the struct.</summary>
internal static class FanOutCall
{
    private const string Elements = Known.Services + ".Elements";

    /// <summary>The expression that runs the stage for each element: of an array of results, of nothing, or of a <c>ValueTask</c> of either.</summary>
    public static string Of(EntryPointEmission emission, Frame frame, LoweredStage stage)
    {
        var declaration = stage.Declaration;
        var each = declaration.Each!;
        var elements = stage.Call.Elements!;
        var element = emission.ElementName(stage);
        var item = declaration.Parameters[each.Parameter].TypeName;
        string[] typeArguments = stage.IsEffect
            ? [element, item]
            :
            [
                element,
                $"{Elements}.{Plural(elements.ResultForm)}Of{Plural(declaration.Form)}<{each.ElementTypeName}>",
                item,
                Wrapped(declaration.Form, each.ElementTypeName),
                Wrapped(elements.ResultForm, each.ElementTypeName),
            ];
        var arguments = new List<string>
        {
            $"new {element}({string.Join(", ", Captured(emission, frame, stage).Select(field => field.Value))})",
            Items(emission, frame, stage),
        };
        if (elements.Execution != ElementExecution.InTurn)
        {
            arguments.Add($"maxConcurrency: {each.MaxConcurrency}");
            arguments.Add($"offload: {Literal(declaration.IsOffloaded)}");
            if (!stage.IsEffect)
            {
                arguments.Add($"resultsMayKeepToken: {Literal(elements.ResultsMayKeepToken)}");
            }
        }

        arguments.Add(frame.Token);
        return $"{Elements}.FanOut.{Method(elements.Execution)}<{string.Join(", ", typeArguments)}>({string.Join(", ", arguments)})";
    }

    /// <summary>Writes the struct.</summary>
    public static void WriteElement(SourceWriter writer, EntryPointEmission emission, LoweredStage stage)
    {
        var declaration = stage.Declaration;
        var item = declaration.Parameters[declaration.Each!.Parameter];
        var fields = Captured(emission, emission.Fields, stage);
        var name = emission.ElementName(stage);
        writer.Line();
        writer.Line($"// {CommentText.Of(stage.Name)} for one element, with what it takes beside it.");
        writer.Line(GeneratedCode.Attribute);
        RequirementSuppressions.WriteForPolicies(writer, declaration);
        using (writer.Block($"private readonly struct {name} : {Interface(declaration, item.TypeName)}"))
        {
            foreach (var field in fields)
            {
                writer.Line($"private readonly {field.TypeName} _{field.Name};");
            }

            if (fields.Count > 0)
            {
                writer.Line();
                var parameters = fields.Select(field => $"{field.TypeName} {Identifiers.Escape(field.Name)}");
                using (writer.Block($"internal {name}({string.Join(", ", parameters)})"))
                {
                    foreach (var field in fields)
                    {
                        writer.Line($"this._{field.Name} = {Identifiers.Escape(field.Name)};");
                    }
                }

                writer.Line();
            }

            var method = declaration.CallReturn == ReturnShape.Synchronous ? "Run" : "RunAsync";
            writer.Line(
                $"public {Returned(declaration)} {method}({item.TypeName} item, {Known.CancellationToken} token) => {Call(emission, stage)};"
            );
        }
    }

    private static string Method(ElementExecution execution) =>
        execution switch
        {
            ElementExecution.InTurn => "Run",
            ElementExecution.SeveralSynchronous => "RunSynchronousAsync",
            _ => "RunAsync",
        };

    private static string Call(EntryPointEmission emission, LoweredStage stage)
    {
        var frame = emission.Fields with
        {
            Receiver = "_pipeline",
            Token = "token",
            Scope = "_scope",
            Clock = "_clock",
        };
        var call = new StageCall(emission, frame).OfElement(stage, parameter => "_" + FieldName(parameter), "item");
        return stage.Declaration.CallReturn == ReturnShape.Task ? $"new {Returned(stage.Declaration)}({call})" : call;
    }

    private static string Interface(StageModel stage, string item) =>
        (stage.CallReturn == ReturnShape.Synchronous, stage.IsEffect) switch
        {
            (true, true) => $"{Elements}.ISynchronousElementEffect<{item}>",
            (true, false) =>
                $"{Elements}.ISynchronousElementStage<{item}, {Wrapped(stage.Form, stage.Each!.ElementTypeName)}>",
            (false, true) => $"{Elements}.IElementEffect<{item}>",
            _ => $"{Elements}.IElementStage<{item}, {Wrapped(stage.Form, stage.Each!.ElementTypeName)}>",
        };

    private static string Returned(StageModel stage)
    {
        var element = stage.IsEffect ? "" : Wrapped(stage.Form, stage.Each!.ElementTypeName);
        return stage.CallReturn != ReturnShape.Synchronous ? Known.ValueTaskOf(element)
            : stage.IsEffect ? "void"
            : element;
    }

    // The struct keeps the pipeline, the run's scope, and an argument for each parameter that does not take the element.
    private static List<(string TypeName, string Name, string Value)> Captured(
        EntryPointEmission emission,
        Frame frame,
        LoweredStage stage
    )
    {
        var declaration = stage.Declaration;
        var call = new StageCall(emission, frame);
        var fields = new List<(string TypeName, string Name, string Value)>();
        if (stage.Call.Elements!.CapturesPipeline)
        {
            fields.Add((emission.Model.Declaration.Self, "pipeline", frame.Receiver));
        }

        for (var position = 0; position < declaration.Parameters.Count; position++)
        {
            if (
                position != declaration.Each!.Parameter
                && stage.Arguments[position] is StageValue or InputValue or MergedValue or AllValue
            )
            {
                fields.Add(
                    (
                        declaration.Parameters[position].TypeName,
                        FieldName(position),
                        call.Argument(stage, position, frame.Token)
                    )
                );
            }
        }

        if (stage.Call.UsesScope)
        {
            fields.Add(($"{Known.Services}.RunScope", "scope", frame.Scope));
        }
        else if (stage.Call.ReadsClock)
        {
            fields.Add((Known.TimeProvider, "clock", PolicyMethod.ClockOf(emission, frame)));
        }

        return fields;
    }

    private static string FieldName(int position) => $"argument{position}";

    private static string Items(EntryPointEmission emission, Frame frame, LoweredStage stage)
    {
        var each = stage.Declaration.Each!;
        var (_, _, collection, element, isMemoryOfItems, _, _) = stage.Call.Elements!;
        var argument = stage.Arguments[each.Parameter];
        var source = emission.TypeOf(argument.Producers[0]);
        var items = new TakenValues(emission, frame).Value(argument, source);

        // If null may be among the elements, the analyzer reports it.
        var forgiven =
            source.Name.Contains('?') && !items.EndsWith("!", StringComparison.Ordinal) ? items + "!" : items;
        var sequence = collection switch
        {
            CollectionKind.MemoryOwner or CollectionKind.Memory =>
                $"global::System.Runtime.InteropServices.MemoryMarshal.ToEnumerable<{element}>({Memory(collection, element, forgiven)})",
            CollectionKind.AsyncEnumerable =>
                $"(global::System.Collections.Generic.IAsyncEnumerable<{element}>){forgiven}",
            _ => $"(global::System.Collections.Generic.IEnumerable<{element}>){forgiven}",
        };
        if (each.Flatten)
        {
            var item = stage.Declaration.Parameters[each.Parameter].TypeName;
            return $"{Elements}.FanOut.Flatten<{element}, {item}>({sequence})";
        }

        return collection switch
        {
            CollectionKind.Array => forgiven,
            CollectionKind.Memory or CollectionKind.MemoryOwner when isMemoryOfItems => Memory(
                collection,
                element,
                forgiven
            ),
            _ => sequence,
        };
    }

    private static string Memory(CollectionKind kind, string element, string items) =>
        kind == CollectionKind.MemoryOwner
            ? $"(global::System.ReadOnlyMemory<{element}>)((global::System.Buffers.IMemoryOwner<{element}>){items}).Memory"
            : $"(global::System.ReadOnlyMemory<{element}>){items}";

    private static string Plural(ValueForm form) =>
        form switch
        {
            ValueForm.Optional => "Optionals",
            ValueForm.Outcome => "Outcomes",
            _ => "Values",
        };

    private static string Wrapped(ValueForm form, string type) =>
        form is ValueForm.Optional or ValueForm.Outcome ? $"global::Sluice.{form}<{type}>" : type;

    private static string Literal(bool value) => value ? "true" : "false";
}
