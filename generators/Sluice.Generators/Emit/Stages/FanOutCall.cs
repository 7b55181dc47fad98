using Sluice.Compiler.Bind;
using Sluice.Compiler.Model;
using Sluice.Generators.Emit.Policies;

namespace Sluice.Generators.Emit;

/// <summary>Writes what runs a stage for each element of a collection: a struct that calls it, and the call that is given the struct.</summary>
internal static class FanOutCall
{
    private const string Elements = Known.Services + ".Elements";

    /// <summary>The expression that runs the stage for each element: of an array of results, of nothing, or of a <c>ValueTask</c> of either.</summary>
    public static string Of(EntryPointEmission emission, Frame frame, int place)
    {
        var stage = emission.StageAt(place);
        var each = stage.Each!;
        var isAwaited = emission.IsAwaited(place);
        var method =
            !isAwaited ? "Run"
            : stage.CallReturn == ReturnShape.Synchronous ? "RunSynchronousAsync"
            : "RunAsync";
        var item = stage.Parameters[each.Parameter].TypeName;
        string[] typeArguments = stage.IsEffect
            ? [emission.ElementNameAt(place), item]
            :
            [
                emission.ElementNameAt(place),
                $"{Elements}.{Plural(emission.Plan.Stages[place].Bound.ResultForm)}Of{Plural(stage.Form)}<{each.ElementTypeName}>",
                item,
                Wrapped(stage.Form, each.ElementTypeName),
                Wrapped(emission.Plan.Stages[place].Bound.ResultForm, each.ElementTypeName),
            ];
        var arguments = new List<string>
        {
            $"new {emission.ElementNameAt(place)}({string.Join(", ", Captured(emission, frame, place).Select(field => field.Value))})",
            Items(emission, frame, place),
        };
        if (isAwaited)
        {
            arguments.Add($"maxConcurrency: {each.MaxConcurrency}");
            arguments.Add($"offload: {Literal(stage.IsOffloaded)}");
            if (!stage.IsEffect)
            {
                arguments.Add($"resultsMayKeepToken: {Literal(emission.Model.Types[stage.OutputType].MayKeepToken)}");
            }
        }

        arguments.Add(frame.Token);
        return $"{Elements}.FanOut.{method}<{string.Join(", ", typeArguments)}>({string.Join(", ", arguments)})";
    }

    /// <summary>Writes the struct.</summary>
    public static void WriteElement(SourceWriter writer, EntryPointEmission emission, int place)
    {
        var stage = emission.StageAt(place);
        var item = stage.Parameters[stage.Each!.Parameter];
        var fields = Captured(emission, emission.Fields, place);
        var name = emission.ElementNameAt(place);
        writer.Line();
        writer.Line($"// {CommentText.Of(stage.Name)} for one element, with what it takes beside it.");
        writer.Line(GeneratedCode.Attribute);
        RequirementSuppressions.WriteForPolicies(writer, stage);
        using (writer.Block($"private readonly struct {name} : {Interface(stage, item.TypeName)}"))
        {
            foreach (var field in fields)
            {
                writer.Line($"private readonly {field.TypeName} _{field.Name};");
            }

            if (fields.Count > 0)
            {
                writer.Line();
                using (
                    writer.Block(
                        $"internal {name}({string.Join(", ", fields.Select(field => $"{field.TypeName} {Identifiers.Escape(field.Name)}"))})"
                    )
                )
                {
                    foreach (var field in fields)
                    {
                        writer.Line($"this._{field.Name} = {Identifiers.Escape(field.Name)};");
                    }
                }

                writer.Line();
            }

            var method = stage.CallReturn == ReturnShape.Synchronous ? "Run" : "RunAsync";
            writer.Line(
                $"public {Returned(stage)} {method}({item.TypeName} item, {Known.CancellationToken} token) => {Call(emission, place)};"
            );
        }
    }

    private static string Call(EntryPointEmission emission, int place)
    {
        var stage = emission.StageAt(place);
        var frame = emission.Fields with
        {
            Receiver = "_pipeline",
            Token = "token",
            Scope = "_scope",
            Clock = "_clock",
        };
        var call = new StageCall(emission, frame).OfElement(
            place,
            parameter => "_" + FieldName(stage, parameter),
            "item"
        );
        return stage.CallReturn == ReturnShape.Task ? $"new {Returned(stage)}({call})" : call;
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

    // What the struct keeps: the pipeline, the run's scope, and an argument for each parameter that does not take the element.
    private static List<(string TypeName, string Name, string Value)> Captured(
        EntryPointEmission emission,
        Frame frame,
        int place
    )
    {
        var stage = emission.StageAt(place);
        var call = new StageCall(emission, frame);
        var fields = new List<(string TypeName, string Name, string Value)>();
        if (
            stage.Policies.Count > 0
                ? !emission.EntryPoint.IsStatic
                : !stage.IsStatic && !emission.Model.Sources[stage.Source].IsStatic
        )
        {
            fields.Add((emission.Model.Declaration.Self, "pipeline", frame.Receiver));
        }

        for (var position = 0; position < stage.Parameters.Count; position++)
        {
            var binding = emission.Plan.Stages[place].Arguments[position];
            if (
                position != stage.Each!.Parameter
                && binding.Kind is BindingKind.Stage or BindingKind.Input or BindingKind.Merge
            )
            {
                fields.Add(
                    (
                        stage.Parameters[position].TypeName,
                        FieldName(stage, position),
                        call.Argument(place, position, binding, frame.Token)
                    )
                );
            }
        }

        if (PolicyMethod.UsesScope(emission, place))
        {
            fields.Add(($"{Known.Services}.RunScope", "scope", frame.Scope));
        }
        else if (PolicyMethod.ReadsClock(emission, place))
        {
            fields.Add((Known.TimeProvider, "clock", PolicyMethod.ClockOf(emission, frame)));
        }

        return fields;
    }

    private static string FieldName(StageModel stage, int position) => $"argument{position}";

    private static string Items(EntryPointEmission emission, Frame frame, int place)
    {
        var each = emission.StageAt(place).Each!;
        var item = emission.StageAt(place).Parameters[each.Parameter].TypeName;
        var binding = emission.Plan.Stages[place].Arguments[each.Parameter];
        var source = emission.TypeOf(binding.Producers.First());
        var items = new TakenValues(emission, frame).Value(binding, source);
        var kind = source.Type < 0 ? CollectionKind.Array : emission.Model.Types[source.Type].Collection;
        var elementType = source.Type < 0 ? -1 : emission.Model.Types[source.Type].Element;
        var element = elementType < 0 ? item : emission.Model.Types[elementType].Identity;

        // Where null may hide among the elements, the analyzer has its say.
        var forgiven =
            source.Name.Contains('?') && !items.EndsWith("!", StringComparison.Ordinal) ? items + "!" : items;
        var sequence = kind switch
        {
            CollectionKind.MemoryOwner or CollectionKind.Memory =>
                $"global::System.Runtime.InteropServices.MemoryMarshal.ToEnumerable<{element}>({Memory(kind, element, forgiven)})",
            CollectionKind.AsyncEnumerable =>
                $"(global::System.Collections.Generic.IAsyncEnumerable<{element}>){forgiven}",
            _ => $"(global::System.Collections.Generic.IEnumerable<{element}>){forgiven}",
        };
        if (each.Flatten)
        {
            return $"{Elements}.FanOut.Flatten<{element}, {item}>({sequence})";
        }

        return kind switch
        {
            CollectionKind.Array => forgiven,
            CollectionKind.Memory or CollectionKind.MemoryOwner when IsSame(emission, place, elementType) => Memory(
                kind,
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

    private static bool IsSame(EntryPointEmission emission, int place, int element)
    {
        var stage = emission.StageAt(place);
        return stage.Parameters[stage.Each!.Parameter].Type == element;
    }

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
