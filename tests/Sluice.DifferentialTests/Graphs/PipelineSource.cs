using System.Globalization;
using System.Text;

namespace Sluice.DifferentialTests.Graphs;

/// <summary>Writes pipelines as a user would.</summary>
internal static class PipelineSource
{
    private const string Usings = """
        #nullable enable
        using System.Threading;
        using System.Threading.Tasks;
        using Sluice;
        using Sluice.DifferentialTests.Execution;
        using Sluice.DifferentialTests.Probing;

        namespace Batch;

        """;

    /// <summary>Names for an input, many of which emitted code would like to use for itself.</summary>
    private static readonly string[] _inputNames =
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

    /// <summary>A file with several pipelines, and with the marker types that their stages need.</summary>
    public static string File(IReadOnlyCollection<PipelineShape> pipelines)
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

    public static string Pipeline(PipelineShape pipeline)
    {
        var source = new StringBuilder();
        var modifier = pipeline.IsStatic ? "static" : "sealed";
        source.AppendLine("[Pipeline]");
        source.AppendLine(CultureInfo.InvariantCulture, $"public {modifier} partial class {pipeline.ClassName}");
        source.AppendLine("{");
        foreach (var entryPoint in pipeline.EntryPoints)
        {
            source.AppendLine("    " + EntryPoint(pipeline, entryPoint));
        }

        foreach (var stage in pipeline.Declaration.Select(pipeline.Stage))
        {
            source
                .AppendLine()
                .AppendLine("    " + Attributes(pipeline, stage))
                .AppendLine("    " + Method(pipeline, stage));
        }

        return source.AppendLine("}").ToString();
    }

    private static string EntryPoint(PipelineShape pipeline, EntryPointShape entryPoint)
    {
        var outputs = entryPoint.Outputs.Select(pipeline.Stage).ToArray();
        // A single output of a type that several stages produce has to be named; an element of a tuple is named by its name.
        var from = outputs is [{ Output: OutputForm.Shared or OutputForm.SharedTuple } single]
            ? $"[return: From(nameof({single.Method}))] "
            : "";
        var output = outputs.Length switch
        {
            0 => "",
            1 => OutputType(outputs[0]),
            _ => $"({string.Join(", ", outputs.Select(stage => $"{OutputType(stage)} {stage.Name}"))})",
        };
        var modifier = pipeline.IsStatic ? "public static partial" : "public partial";
        var token = entryPoint.TakesToken ? ", CancellationToken token = default" : "";
        var run = _inputNames[(int)(pipeline.Seed % (ulong)_inputNames.Length)];
        return $"{from}{modifier} {Returned(entryPoint.Return, output)} {entryPoint.Method}(Run {run}, Value seed{token});";
    }

    private static string Attributes(PipelineShape pipeline, StageShape stage)
    {
        var only =
            stage.Only < 0 ? null : pipeline.EntryPoints.FirstOrDefault(entryPoint => entryPoint.Index == stage.Only);
        var attributes = only is null ? "[Stage" : $"[Stage(Only = [nameof({only.Method})])";
        if (stage.After.Count > 0)
        {
            attributes +=
                $", After({string.Join(", ", stage.After.Select(id => $"nameof({pipeline.Stage(id).Method})"))})";
        }

        return attributes + (stage.IsOffloaded ? ", Offload]" : "]");
    }

    private static string Method(PipelineShape pipeline, StageShape stage)
    {
        var parameters = new List<string>();
        var values = new List<string>();
        foreach (var argument in stage.Arguments)
        {
            var name = ParameterName(pipeline, argument, parameters.Count);
            if (parameters.Any(parameter => parameter.EndsWith(" " + name, StringComparison.Ordinal)))
            {
                // The same producer by name twice: two parameters cannot have one name.
                name = $"p{parameters.Count}";
                argument.Deconstruct(out var producer, out _);
                parameters.Add(Parameter(pipeline, new Argument(producer, ArgumentStyle.From), name));
            }
            else
            {
                parameters.Add(Parameter(pipeline, argument, name));
            }

            values.Add(Unwrap(pipeline, argument, name));
        }

        if (stage.TakesToken)
        {
            parameters.Insert(stage.Id % (parameters.Count + 1), "CancellationToken token");
        }

        if (stage.TakesContext)
        {
            parameters.Insert(stage.Id % (parameters.Count + 1), "StageContext context");
        }

        var modifier = stage.IsStatic ? "private static" : "private";
        var returned = Returned(stage.Return, stage.IsEffect ? "" : OutputType(stage));
        var optional = (stage.TakesToken ? ", token" : "") + (stage.TakesContext ? ", context: context" : "");
        return $"{modifier} {returned} {stage.Method}({string.Join(", ", parameters)}) => "
            + $"new StageCall({stage.Id}, [{string.Join(", ", values)}]{optional}).{stage.Return}({Wrap(stage)});";
    }

    private static string ParameterName(PipelineShape pipeline, Argument argument, int position) =>
        argument switch
        {
            { Style: not ArgumentStyle.Name } => $"p{position}",
            { Producer: Argument.SeedInput } => "seed",
            _ => pipeline.Stage(argument.Producer).Name.ToLowerInvariant(),
        };

    private static string Parameter(PipelineShape pipeline, Argument argument, string name)
    {
        if (argument.Producer == Argument.RunInput)
        {
            return $"Run {name}";
        }

        if (argument.Producer == Argument.SeedInput)
        {
            return argument.Style == ArgumentStyle.From ? $"[From(\"seed\")] Value {name}" : $"Value {name}";
        }

        var producer = pipeline.Stage(argument.Producer);
        return argument.Style switch
        {
            ArgumentStyle.From => $"[From(nameof({producer.Method}))] {OutputType(producer)} {name}",
            ArgumentStyle.BaseType => $"Base<M{producer.Id}> {name}",
            _ => $"{OutputType(producer)} {name}",
        };
    }

    private static string OutputType(StageShape stage) =>
        stage.Output switch
        {
            OutputForm.OwnStruct => $"Own<M{stage.Id}>",
            OutputForm.OwnClass => $"Derived<M{stage.Id}>",
            OutputForm.SharedTuple => "(Value Inner, int Stage)",
            _ => "Value",
        };

    private static string Wrap(StageShape stage) =>
        stage.Output switch
        {
            OutputForm.None => "",
            OutputForm.Shared => "static value => value",
            OutputForm.SharedTuple => "static value => (value, value.Producer)",
            _ => $"static value => new {OutputType(stage)}(value)",
        };

    private static string Unwrap(PipelineShape pipeline, Argument argument, string name) =>
        argument.Producer switch
        {
            Argument.RunInput => $"{name}.Input",
            Argument.SeedInput => name,
            _ => Unwrap(pipeline.Stage(argument.Producer), name),
        };

    private static string Unwrap(StageShape producer, string expression) =>
        producer.Output switch
        {
            OutputForm.Shared => expression,
            OutputForm.SharedTuple => $"PipelineUnderTest.Inner({expression})",
            _ => $"{expression}.Value",
        };

    private static string Returned(ReturnStyle style, string output) =>
        (style, output) switch
        {
            (ReturnStyle.Synchronous, "") => "void",
            (ReturnStyle.Synchronous, _) => output,
            (_, "") => $"{style}",
            _ => $"{style}<{output}>",
        };

    private static string Adapter(PipelineShape pipeline)
    {
        var source = new StringBuilder();
        source.AppendLine(
            CultureInfo.InvariantCulture,
            $"public sealed class {pipeline.ClassName}Adapter : PipelineUnderTest"
        );
        source.AppendLine("{");
        var target = pipeline.IsStatic ? pipeline.ClassName : "_pipeline";
        if (!pipeline.IsStatic)
        {
            source
                .AppendLine(
                    CultureInfo.InvariantCulture,
                    $"    private readonly {pipeline.ClassName} _pipeline = new();"
                )
                .AppendLine();
        }

        source.AppendLine(
            "    public override Task<Value[]> StartAsync(int entryPoint, Run run, CancellationToken token) =>"
        );
        source.AppendLine("        entryPoint switch").AppendLine("        {");
        foreach (var entryPoint in pipeline.EntryPoints)
        {
            source.AppendLine(
                CultureInfo.InvariantCulture,
                $"            {entryPoint.Index} => {Call(pipeline, entryPoint, target)},"
            );
        }

        return source
            .AppendLine("            _ => throw new System.ArgumentOutOfRangeException(nameof(entryPoint)),")
            .AppendLine("        };")
            .AppendLine("}")
            .ToString();
    }

    private static string Call(PipelineShape pipeline, EntryPointShape entryPoint, string target)
    {
        var outputs = entryPoint.Outputs.Select(pipeline.Stage).ToArray();
        var token = entryPoint.TakesToken ? ", token" : "";
        var call = $"{target}.{entryPoint.Method}(run, run.Seed{token})";
        var values = outputs switch
        {
            [] => "",
            [var single] => $"static output => [{Unwrap(single, "output")}]",
            _ =>
                $"static output => [{string.Join(", ", outputs.Select(stage => Unwrap(stage, $"output.{stage.Name}")))}]",
        };
        return (entryPoint.Return, values) switch
        {
            (ReturnStyle.Synchronous, "") => $"Synchronous(run, () => {{ {call}; return []; }})",
            (ReturnStyle.Synchronous, _) => $"Synchronous(run, () => {call}, {values})",
            (_, "") => $"Observe(run, {call})",
            _ => $"Observe(run, {call}, {values})",
        };
    }
}
