using Sluice.DifferentialTests.Reference;

namespace Sluice.DifferentialTests.Graphs;

/// <summary>Writes the types of random pipelines.</summary>
internal static class TypeSource
{
    public static string Returned(ReturnStyle style, string output) =>
        (style, output) switch
        {
            (ReturnStyle.Synchronous, "") => "void",
            (ReturnStyle.Synchronous, _) => output,
            (_, "") => $"{style}",
            _ => $"{style}<{output}>",
        };

    /// <summary>The return type of a stage.</summary>
    public static string Of(StageShape stage) =>
        Returned(
            stage.Return,
            stage.IsEffect ? ""
                : stage.IsGuard ? "bool"
                : Formed(stage.Form, Single(stage))
        );

    /// <summary>The type of what a stage gives, or gives for one element.</summary>
    public static string Single(StageShape stage) => Single(stage.Content, stage.Marker);

    /// <summary>The type of a parameter.</summary>
    public static string Of(PipelineShape pipeline, Parameter parameter)
    {
        var id = parameter.Producers[0];
        var producer = id < 0 ? null : pipeline.Find(id);
        var content = pipeline.ContentOf(id);
        var element = Formed(
            parameter.ElementForm,
            producer?.Each is not null ? Single(producer)
                : content == Content.Nested && parameter.Take == Take.Each ? "Item[]"
                : "Item"
        );
        var type = parameter.Take switch
        {
            Take.Each or Take.EachFlattened => element,
            Take.AsArray => element + "[]",
            Take.AsList => $"IReadOnlyList<{element}>",
            Take.AsCollection => $"IReadOnlyCollection<{element}>",
            Take.AsSequence => $"IEnumerable<{element}>",
            _ when parameter.Style == ParameterStyle.BaseType => $"Base<M{producer!.Marker}>",
            _ => Single(content, producer?.Marker ?? id),
        };
        return Formed(parameter.Form, type);
    }

    /// <summary>The type of an output of an entry point.</summary>
    public static string Of(EntryPointPlan plan, Output output)
    {
        var producer = plan.Stage(output.Producers[0]);
        var type = Single(producer);
        return Formed(output.Form, producer.Each is null ? type : Formed(plan.ElementForm(producer.Id), type) + "[]");
    }

    private static string Single(Content content, int marker) =>
        content switch
        {
            Content.Own => $"Own<M{marker}>",
            Content.Derived => $"Derived<M{marker}>",
            Content.Tuple => "(Item Inner, int Stage)",
            Content.Flag => "bool",
            Content.Tone => "Tone",
            Content.Text => "string",
            Content.Number => "int",
            Content.Array => "Item[]",
            Content.List => "IReadOnlyList<Item>",
            Content.Sequence => "IEnumerable<Item>",
            Content.Memory => "ReadOnlyMemory<Item>",
            Content.Nested => "Item[][]",
            Content.Stream => "IAsyncEnumerable<Item>",
            _ => "Item",
        };

    private static string Formed(Form form, string type) =>
        form switch
        {
            Form.Optional => $"Optional<{type}>",
            Form.Outcome => $"Outcome<{type}>",
            Form.Nullable => type + "?",
            _ => type,
        };
}
