using Sluice.DifferentialTests.Reference;

namespace Sluice.DifferentialTests.Graphs;

/// <summary>Writes the class through which the tests call a pipeline.</summary>
internal static class AdapterSource
{
    public static string Adapter(PipelineShape pipeline)
    {
        var target = pipeline.IsStatic ? pipeline.ClassName : "_pipeline";
        var field = pipeline.IsStatic
            ? ""
            : $"    private readonly {pipeline.ClassName} _pipeline = new();{Environment.NewLine}{Environment.NewLine}";
        var calls = pipeline.EntryPoints.Select(entryPoint =>
            $"            {entryPoint.Index} => {Call(pipeline, entryPoint, target)},"
        );
        var views = pipeline
            .Stages.Where(stage => stage.IsProducer && !pipeline.Recovers)
            .Select(stage => $"            ({stage.Id}, Seen.Of({pipeline.ClassName}.StagesOf(report).{stage.Name})),");
        return $$"""
            public sealed class {{pipeline.ClassName}}Adapter : PipelineUnderTest
            {
            {{field}}    public override Task<Observation> StartAsync(int entryPoint, Run run, RunContext context, CancellationToken token) =>
                    entryPoint switch
                    {
            {{string.Join(Environment.NewLine, calls)}}
                        _ => throw new ArgumentOutOfRangeException(nameof(entryPoint)),
                    };

                public override (int Stage, Seen Output)[] View(RunReport report) =>
                    [
            {{string.Join(Environment.NewLine, views)}}
                    ];
            }

            """;
    }

    private static string Call(PipelineShape pipeline, EntryPointShape entryPoint, string target)
    {
        var arguments = pipeline.Inputs.Select(Inputs.Argument).Prepend("run");
        if (entryPoint.TakesContext)
        {
            arguments = arguments.Append("context");
        }

        if (entryPoint.TakesToken)
        {
            arguments = arguments.Append("token");
        }

        var call = $"{target}.{entryPoint.Method}({string.Join(", ", arguments)})";
        var seen = entryPoint.Outputs switch
        {
            [] => "",
            // A merge does not say whose failure its outcome tells.
            [{ Form: Form.Outcome, Producers.Count: > 1 }] => ", static output => [Seen.Present(output)]",
            [_] => ", static output => [Seen.Of(output)]",
            var several =>
                $", static output => [{string.Join(", ", several.Select(item => $"Seen.Of(output.{pipeline.Stage(item.Producers[0]).Name})"))}]",
        };
        var observe = entryPoint.GivesResult ? "ObserveResult" : "Observe";
        return entryPoint.Return == ReturnStyle.Synchronous
            ? $"{observe}(run, () => {call}{seen})"
            : $"{observe}(run, {call}{seen})";
    }
}
