using System.Globalization;
using System.Text;
using Sluice.DifferentialTests.Branching.Reference;
using Sluice.DifferentialTests.Graphs;

namespace Sluice.DifferentialTests.Branching.Shapes;

/// <summary>Writes pipelines that branch as a user would.</summary>
internal static class BranchingSource
{
    private const string Usings = """
        #nullable enable
        using System;
        using System.Collections.Generic;
        using System.Threading;
        using System.Threading.Tasks;
        using Sluice;
        using Sluice.DifferentialTests.Branching.Execution;
        using Sluice.DifferentialTests.Branching.Probing;

        namespace Batch;

        """;

    private const string Parameters =
        "Probe run, Item seed, bool flag, Tone tone, string text, int number, Optional<Item> maybe, Item[] items";

    private const string Arguments =
        "run, run.Seed, run.Flag, run.Tone, run.Text, run.Number, run.Maybe, run.TakeItems()";

    /// <summary>A file with several pipelines, and with the marker types that their stages need.</summary>
    public static string File(IReadOnlyCollection<BranchingPipeline> pipelines)
    {
        var source = new StringBuilder(Usings);
        var markers = pipelines.SelectMany(pipeline => pipeline.Stages).Max(stage => stage.Id);
        for (var id = 0; id <= markers; id++)
        {
            source.AppendLine(CultureInfo.InvariantCulture, $"public sealed class M{id};");
        }

        foreach (var pipeline in pipelines)
        {
            source.AppendLine().Append(Pipeline(pipeline)).AppendLine().Append(Adapter(pipeline));
        }

        return source.ToString();
    }

    public static string Pipeline(BranchingPipeline pipeline)
    {
        var source = new StringBuilder();
        source.AppendLine(pipeline.Continues ? "[Pipeline(OnFailure = FailureMode.Continue)]" : "[Pipeline]");
        source.AppendLine(CultureInfo.InvariantCulture, $"public sealed partial class {pipeline.ClassName}");
        source.AppendLine("{").AppendLine("    " + EntryPoint(pipeline));
        foreach (var stage in pipeline.Declaration.Select(pipeline.Stage).Where(stage => IsNamed(pipeline, stage)))
        {
            source.AppendLine();
            if (!stage.IsCondition)
            {
                source.AppendLine("    " + Attributes(pipeline, stage));
            }

            source.AppendLine("    " + Method(pipeline, stage));
        }

        return source.AppendLine("}").ToString();
    }

    // A method that no condition names is none, and so its attributes would mean nothing.
    private static bool IsNamed(BranchingPipeline pipeline, BranchingStage stage) =>
        !stage.IsCondition || pipeline.Stages.Any(other => other.Guards.Any(guard => guard.Source == stage.Id));

    private static string EntryPoint(BranchingPipeline pipeline)
    {
        var entryPoint = pipeline.EntryPoint;
        var from = entryPoint.Outputs is [var single] ? $"[return: {From(pipeline, single.Producers)}] " : "";
        var output = entryPoint.Outputs switch
        {
            [] => "",
            [var only] => OutputType(pipeline, only),
            var several =>
                $"({string.Join(", ", several.Select(item => $"{OutputType(pipeline, item)} {pipeline.Stage(item.Producers[0]).Name}"))})",
        };
        var returned = Returned(entryPoint.Return, entryPoint.GivesResult ? $"PipelineResult<{output}>" : output);
        var token = entryPoint.TakesToken ? ", CancellationToken token = default" : "";
        return $"{from}public partial {returned} {entryPoint.Method}({Parameters}{token});";
    }

    private static string Attributes(BranchingPipeline pipeline, BranchingStage stage)
    {
        var attributes = new List<string> { "Stage" };
        attributes.AddRange(stage.Guards.Select(guard => Attribute(pipeline, guard)));
        if (stage.After.Count > 0)
        {
            attributes.Add($"After({string.Join(", ", stage.After.Select(id => Name(pipeline, id)))})");
        }

        if (stage.IsOffloaded)
        {
            attributes.Add("Offload");
        }

        return $"[{string.Join(", ", attributes)}]";
    }

    private static string Attribute(BranchingPipeline pipeline, Guard guard)
    {
        var values = guard.Values.Select(value => ", " + Routes.Literal(pipeline.ContentOf(guard.Source), value));
        return $"{guard.Kind}({Name(pipeline, guard.Source)}{string.Concat(values)})";
    }

    private static string Method(BranchingPipeline pipeline, BranchingStage stage)
    {
        var parameters = stage.Parameters.Select(
            (parameter, index) => Declare(pipeline, stage, parameter, $"p{index}")
        );
        var seen = stage.Parameters.Select(
            (parameter, index) =>
                parameter is { IsMerge: true, Form: Form.Outcome } ? $"Seen.Present(p{index})" : $"Seen.Of(p{index})"
        );
        var all = $"Probe run{string.Concat(parameters.Select(parameter => ", " + parameter))}";
        var token = stage.TakesToken ? "token" : "default";
        var element = stage.Each is null ? "" : $", Seen.Of(p{PlaceOf(stage, stage.Each)})";
        var call = $"new Invocation(run, {stage.Id}, {token}, [{string.Join(", ", seen)}]{element})";
        var modifier = stage.Id % 3 == 0 ? "private static" : "private";
        return $"{modifier} {Returned(stage.Return, stage.IsEffect ? "" : Formed(stage.Form, TypeOf(stage)))} {stage.Method}({all}"
            + $"{(stage.TakesToken ? ", CancellationToken token" : "")}) => {Body(pipeline, stage, call)};";
    }

    private static string Body(BranchingPipeline pipeline, BranchingStage stage, string call)
    {
        var form = stage.Form == Form.Plain ? "Value" : $"{stage.Form}";
        var make = stage.Content switch
        {
            Content.None => "Make.Item",
            Content.Own => $"Make.Own<M{stage.Id}>",
            var content => $"Make.{content}",
        };
        var ending = $"static call => call.{form}({make})";
        var streams = stage.Parameters.Index().Where(item => IsRead(pipeline, item.Item)).ToArray();
        if (streams.Length > 0)
        {
            var reading = $"{call}.ReadTask(p{streams[0].Index}, {ending})";
            return stage.Return == ReturnStyle.ValueTask ? $"new({reading})" : reading;
        }

        return stage.Content == Content.Stream ? $"{call}.Stream()"
            : stage.IsEffect ? $"{call}.{stage.Return}()"
            : $"{call}.{stage.Return}({ending})";
    }

    private static bool IsRead(BranchingPipeline pipeline, Parameter parameter) =>
        parameter.Take == Take.Value && pipeline.ContentOf(parameter.Producers[0]) == Content.Stream;

    private static int PlaceOf(BranchingStage stage, Parameter parameter) =>
        stage.Parameters.Index().First(item => ReferenceEquals(item.Item, parameter)).Index;

    private static string Declare(BranchingPipeline pipeline, BranchingStage stage, Parameter parameter, string name)
    {
        var attributes = new List<string>();
        var producer = parameter.Producers[0];
        // Nothing else has the type of its own.
        var isKnownByType =
            pipeline.ContentOf(producer) == Content.Own
            && parameter.Take == Take.Value
            && (stage.Id + producer) % 2 == 0;
        if (!isKnownByType)
        {
            attributes.Add(From(pipeline, parameter.Producers));
        }

        if (parameter.Take is Take.Each or Take.EachFlattened)
        {
            var settings = new List<string>();
            // A stage that returns at once takes one element after the other, and refuses a limit.
            if (stage.MaxConcurrency > 0 && (stage.Return != ReturnStyle.Synchronous || stage.IsOffloaded))
            {
                settings.Add($"MaxConcurrency = {stage.MaxConcurrency}");
            }

            if (parameter.Take == Take.EachFlattened)
            {
                settings.Add("Flatten = true");
            }

            attributes.Add(settings.Count == 0 ? "Each" : $"Each({string.Join(", ", settings)})");
        }

        if (parameter.Buffer > 0)
        {
            attributes.Add($"Buffer({parameter.Buffer})");
        }

        var text = attributes.Count == 0 ? "" : $"[{string.Join(", ", attributes)}] ";
        return $"{text}{Formed(parameter.Form, TakenType(pipeline, parameter))} {name}";
    }

    private static string TakenType(BranchingPipeline pipeline, Parameter parameter)
    {
        var producer = parameter.Producers[0];
        var isResults = producer >= 0 && pipeline.Stage(producer).Each is not null;
        var content = pipeline.ContentOf(producer);
        var element = Formed(
            parameter.ElementForm,
            isResults ? TypeOf(pipeline.Stage(producer))
                : content == Content.Nested && parameter.Take == Take.Each ? "Item[]"
                : "Item"
        );
        return parameter.Take switch
        {
            Take.Each or Take.EachFlattened => element,
            Take.AsArray => element + "[]",
            Take.AsList => $"IReadOnlyList<{element}>",
            Take.AsCollection => $"IReadOnlyCollection<{element}>",
            Take.AsSequence => $"IEnumerable<{element}>",
            _ => producer < 0 ? TypeOf(content, 0) : TypeOf(pipeline.Stage(producer)),
        };
    }

    private static string OutputType(BranchingPipeline pipeline, Output output)
    {
        var producer = pipeline.Stage(output.Producers[0]);
        var results = new BranchingPlan(pipeline).ElementForm(producer.Id);
        return Formed(output.Form, producer.Each is null ? TypeOf(producer) : Formed(results, TypeOf(producer)) + "[]");
    }

    private static string TypeOf(BranchingStage stage) => TypeOf(stage.Content, stage.Id);

    private static string TypeOf(Content content, int id) =>
        content switch
        {
            Content.Own => $"OwnItem<M{id}>",
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

    private static string From(BranchingPipeline pipeline, IEnumerable<int> producers) =>
        $"From({string.Join(", ", producers.Select(id => Name(pipeline, id)))})";

    private static string Name(BranchingPipeline pipeline, int id) =>
        id < 0 ? $"\"{Inputs.Name(id)}\"" : $"nameof({pipeline.Stage(id).Method})";

    private static string Returned(ReturnStyle style, string output) =>
        (style, output) switch
        {
            (ReturnStyle.Synchronous, "") => "void",
            (ReturnStyle.Synchronous, _) => output,
            (_, "") => $"{style}",
            _ => $"{style}<{output}>",
        };

    private static string Adapter(BranchingPipeline pipeline)
    {
        var entryPoint = pipeline.EntryPoint;
        var token = entryPoint.TakesToken ? ", token" : "";
        var call = $"_pipeline.{entryPoint.Method}({Arguments}{token})";
        var seen = entryPoint.Outputs switch
        {
            [] => "",
            [{ Form: Form.Outcome, Producers.Count: > 1 }] => ", static output => [Seen.Present(output)]",
            [_] => ", static output => [Seen.Of(output)]",
            var several =>
                $", static output => [{string.Join(", ", several.Select(item => $"Seen.Of(output.{pipeline.Stage(item.Producers[0]).Name})"))}]",
        };
        var observation = (entryPoint.Return, entryPoint.GivesResult) switch
        {
            (ReturnStyle.Synchronous, true) => $"ObserveResult(run, () => {call}{seen})",
            (ReturnStyle.Synchronous, _) when seen.Length == 0 => $"Observe(run, () => {call})",
            (ReturnStyle.Synchronous, _) => $"Observe(run, () => {call}{seen})",
            (_, true) => $"ObserveResult(run, {call}{seen})",
            _ => $"Observe(run, {call}{seen})",
        };
        var views = pipeline
            .Stages.Where(stage => !stage.IsEffect && !stage.IsCondition && stage.Content != Content.Stream)
            .Select(stage => $"            ({stage.Id}, Seen.Of({pipeline.ClassName}.StagesOf(report).{stage.Name})),");
        return $$"""
            public sealed class {{pipeline.ClassName}}Adapter : BranchingUnderTest
            {
                private readonly {{pipeline.ClassName}} _pipeline = new();

                public override Task<Observation> StartAsync(Probe run, CancellationToken token) =>
                    {{observation}};

                public override (int Stage, Seen Output)[] View(RunReport report) =>
                    [
            {{string.Join(Environment.NewLine, views)}}
                    ];
            }

            """;
    }
}
