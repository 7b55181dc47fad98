using System.Globalization;
using System.Text;
using Sluice.DifferentialTests.Reference;

namespace Sluice.DifferentialTests.Graphs;

/// <summary>Writes random pipelines as a user would.</summary>
internal static class PipelineSource
{
    private const string Usings = """
        #nullable enable
        using System;
        using System.Collections.Generic;
        using System.Threading;
        using System.Threading.Tasks;
        using Sluice;
        using Sluice.DifferentialTests.Execution;
        using Sluice.DifferentialTests.Probing;

        namespace Batch;

        """;

    /// <summary>Names for an input, many of which emitted code would like to use for itself.</summary>
    private static readonly string[] InputNames =
    [
        "origin",
        "run",
        "runId",
        "pipeline",
        "values",
        "result",
        "exception",
        "callerContext",
        "callerToken",
        "awaiter",
        "source",
        "place",
    ];

    /// <summary>A file with several pipelines, those nested in them, and the marker types of their outputs.</summary>
    public static string File(IReadOnlyCollection<PipelineShape> pipelines)
    {
        var source = new StringBuilder(Usings);
        var last = pipelines
            .SelectMany(pipeline => pipeline.SelfAndNested())
            .SelectMany(pipeline => pipeline.Stages)
            .Max(stage => stage.Id);
        for (var id = 0; id <= last; id++)
        {
            source.AppendLine(CultureInfo.InvariantCulture, $"public sealed class M{id};");
        }

        foreach (var pipeline in pipelines)
        {
            source.AppendLine().Append(Pipeline(pipeline)).AppendLine().Append(AdapterSource.Adapter(pipeline));
        }

        return source.ToString();
    }

    /// <summary>A pipeline and those nested in it.</summary>
    public static string Pipeline(PipelineShape pipeline) => Pipeline(pipeline, []);

    private static string Pipeline(PipelineShape pipeline, IReadOnlyList<int> taken)
    {
        var source = new StringBuilder();
        foreach (var stage in pipeline.Stages.Where(stage => stage.Nested is not null))
        {
            source
                .Append(Pipeline(stage.Nested!, [.. stage.Parameters.Select(parameter => parameter.Producers[0])]))
                .AppendLine();
        }

        source.AppendLine(pipeline.Continues ? "[Pipeline(OnFailure = FailureMode.Continue)]" : "[Pipeline]");
        source.AppendLine(
            CultureInfo.InvariantCulture,
            $"public {(pipeline.IsStatic ? "static" : "sealed")} partial class {pipeline.ClassName}"
        );
        source.AppendLine("{");
        foreach (var nested in pipeline.Stages.Where(stage => stage.Nested is not null))
        {
            source.AppendLine(
                CultureInfo.InvariantCulture,
                $"    [Stages] private readonly {nested.Nested!.ClassName} _nested{nested.Id} = new();"
            );
        }

        foreach (var entryPoint in pipeline.EntryPoints)
        {
            source.AppendLine("    " + EntryPoint(pipeline, entryPoint, taken));
        }

        foreach (var stage in pipeline.Declaration.Select(pipeline.Stage).Where(stage => IsMethod(pipeline, stage)))
        {
            source.AppendLine();
            if (!stage.IsPredicate)
            {
                source.AppendLine("    " + Attributes(pipeline, stage));
            }

            source.AppendLine("    " + Method(pipeline, stage));
            if (stage.IsCompensated)
            {
                source.AppendLine("    " + Undo(stage));
            }
        }

        return source.AppendLine("}").ToString();
    }

    // A method that no condition names is none of the pipeline, so its attributes would mean nothing.
    private static bool IsMethod(PipelineShape pipeline, StageShape stage) =>
        stage.Nested is null
        && (
            !stage.IsPredicate
            || pipeline.Stages.Any(other => other.Conditions.Any(condition => condition.Source == stage.Id))
        );

    private static string EntryPoint(PipelineShape pipeline, EntryPointShape entryPoint, IReadOnlyList<int> taken)
    {
        var plan = new EntryPointPlan(pipeline, entryPoint);
        var from =
            entryPoint.Outputs is [var single] && IsNamed(pipeline, plan.Stage(single.Producers[0]))
                ? $"[return: {From(pipeline, single.Producers)}] "
                : "";
        var output = entryPoint.Outputs switch
        {
            [] => "",
            [var only] => TypeSource.Of(plan, only),
            var several =>
                $"({string.Join(", ", several.Select(item => $"{TypeSource.Of(plan, item)} {plan.Stage(item.Producers[0]).Name}"))})",
        };
        var returned = TypeSource.Returned(
            entryPoint.Return,
            entryPoint.GivesResult ? $"PipelineResult<{output}>" : output
        );
        IEnumerable<string> parameters =
        [
            $"Run {InputNames[(int)(pipeline.Seed % (ulong)InputNames.Length)]}",
            .. pipeline.Inputs.Select(input => $"{Inputs.Type(input)} {Inputs.Name(input)}"),
            .. taken.Select(id => $"Derived<M{id}> p{id}"),
            .. entryPoint.TakesContext ? ["RunContext context"] : Array.Empty<string>(),
            .. entryPoint.TakesToken ? ["CancellationToken token = default"] : Array.Empty<string>(),
        ];
        var modifier = pipeline.IsStatic ? "public static partial" : "public partial";
        return $"{from}{modifier} {returned} {entryPoint.Method}({string.Join(", ", parameters)});";
    }

    // The producer of a type that no other stage gives need not be named, and the method of a nested pipeline cannot be.
    private static bool IsNamed(PipelineShape pipeline, StageShape producer) =>
        producer.Nested is null && !(Contents.IsUnique(producer.Content) && pipeline.Seed % 2 == 0);

    private static string Attributes(PipelineShape pipeline, StageShape stage)
    {
        var only = pipeline.EntryPoints.FirstOrDefault(entryPoint => entryPoint.Index == stage.Only);
        var attributes = new List<string> { only is null ? "Stage" : $"Stage(Only = [nameof({only.Method})])" };
        attributes.AddRange(stage.Conditions.Select(condition => Attribute(pipeline, condition)));
        if (stage.After.Count > 0)
        {
            attributes.Add($"After({string.Join(", ", stage.After.Select(id => Name(pipeline, id)))})");
        }

        if (stage.IsOffloaded)
        {
            attributes.Add("Offload");
        }

        if (stage.IsGuard)
        {
            attributes.Add($"Guard(Retry = \"S{stage.Retried}\", Attempts = {stage.Attempts}, AllowNoProgress = true)");
        }

        if (stage.IsCompensated)
        {
            attributes.Add($"Compensate(nameof(Undo{stage.Id}))");
        }

        return $"[{string.Join(", ", attributes)}]";
    }

    private static string Attribute(PipelineShape pipeline, Condition condition)
    {
        var values = condition.Values.Select(value =>
            ", " + Routes.Literal(pipeline.ContentOf(condition.Source), value)
        );
        return $"{condition.Kind}({Name(pipeline, condition.Source)}{string.Concat(values)})";
    }

    private static string Method(PipelineShape pipeline, StageShape stage)
    {
        var parameters = new List<string>();
        var names = new List<string>();
        foreach (var parameter in stage.Parameters)
        {
            var name = parameter.Style == ParameterStyle.Name ? NameOf(pipeline, parameter) : $"p{names.Count}";
            // Two parameters cannot have one name.
            var instead = names.Contains(name) ? parameter with { Style = ParameterStyle.From } : parameter;
            names.Add(names.Contains(name) ? $"p{names.Count}" : name);
            parameters.Add(Declare(pipeline, stage, instead, names[^1]));
        }

        if (pipeline.NeedsRun(stage))
        {
            parameters.Insert(0, "Run run");
        }

        // They may stand anywhere.
        if (stage.TakesToken)
        {
            parameters.Insert(stage.Id % (parameters.Count + 1), "CancellationToken token");
        }

        if (stage.TakesContext)
        {
            parameters.Insert(stage.Id % (parameters.Count + 1), "StageContext context");
        }

        return $"{(stage.IsStatic ? "private static" : "private")} {TypeSource.Of(stage)} {stage.Method}"
            + $"({string.Join(", ", parameters)}) => {Body(pipeline, stage, names)};";
    }

    private static string Body(PipelineShape pipeline, StageShape stage, List<string> names)
    {
        var call = Call(pipeline, stage, names);
        if (stage.IsGuard)
        {
            return $"{call}.{stage.Return}(static call => call.Verdict())";
        }

        var form = stage.Form == Form.Plain ? "Value" : $"{stage.Form}";
        var make = stage.Content switch
        {
            Content.None => "Make.Item",
            Content.Own or Content.Derived => $"Make.{stage.Content}<M{stage.Marker}>",
            var content => $"Make.{content}",
        };
        var ending = $"static call => call.{form}({make})";
        var read = stage.Parameters.Index().FirstOrDefault(item => IsRead(pipeline, item.Item), (-1, null!)).Index;
        if (read >= 0)
        {
            var reading = $"{call}.ReadTask({names[read]}, {ending})";
            return stage.Return == ReturnStyle.ValueTask ? $"new({reading})" : reading;
        }

        return stage.Content == Content.Stream ? $"{call}.Stream()"
            : stage.IsEffect ? $"{call}.{stage.Return}()"
            : $"{call}.{stage.Return}({ending})";
    }

    private static string Call(PipelineShape pipeline, StageShape stage, List<string> names)
    {
        var seen = stage.Parameters.Select(
            (parameter, index) =>
                parameter is { IsMerge: true, Form: Form.Outcome }
                    ? $"Seen.Present({names[index]})"
                    : $"Seen.Of({names[index]})"
        );
        var arguments = new List<string> { $"{stage.Id}", $"[{string.Join(", ", seen)}]" };
        if (pipeline.NeedsRun(stage))
        {
            arguments.Add("run: run");
        }

        if (stage.TakesToken)
        {
            arguments.Add("token: token");
        }

        if (stage.Each is { } each)
        {
            arguments.Add(
                $"element: Seen.Of({names[stage.Parameters.Index().First(item => item.Item == each).Index]})"
            );
        }

        if (stage.TakesContext)
        {
            arguments.Add("context: context");
        }

        if (stage.CleansUp)
        {
            var isSynchronous = pipeline.EntryPoints[0].Return == ReturnStyle.Synchronous || stage.Id % 2 == 0;
            arguments.Add($"cleanUp: CleanUpForm.{(isSynchronous ? "Synchronous" : "Asynchronous")}");
        }

        return $"new Invocation({string.Join(", ", arguments)})";
    }

    private static string Undo(StageShape stage)
    {
        var (returned, undo) = stage.Return == ReturnStyle.Synchronous ? ("void", "Undo") : ("ValueTask", "UndoAsync");
        return $"private static {returned} Undo{stage.Id}({TypeSource.Single(stage)} output, Exception failure) => output.Item.Call!.{undo}(failure);";
    }

    private static bool IsRead(PipelineShape pipeline, Parameter parameter) =>
        parameter.Take == Take.Value && pipeline.ContentOf(parameter.Producers[0]) == Content.Stream;

    private static string Declare(PipelineShape pipeline, StageShape stage, Parameter parameter, string name)
    {
        var attributes = new List<string>();
        if (parameter.Style == ParameterStyle.From)
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
        return $"{text}{TypeSource.Of(pipeline, parameter)} {name}";
    }

    private static string NameOf(PipelineShape pipeline, Parameter parameter) =>
        parameter.Producers[0] is var id && id < 0 ? Inputs.Name(id) : pipeline.Stage(id).Name.ToLowerInvariant();

    private static string From(PipelineShape pipeline, IEnumerable<int> producers) =>
        $"From({string.Join(", ", producers.Select(id => Name(pipeline, id)))})";

    private static string Name(PipelineShape pipeline, int id) =>
        id < 0 ? $"\"{Inputs.Name(id)}\"" : $"nameof({pipeline.Stage(id).Method})";
}
