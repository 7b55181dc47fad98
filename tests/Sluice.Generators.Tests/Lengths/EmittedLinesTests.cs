using Sluice.Generators.Tests.Harness;

namespace Sluice.Generators.Tests.Lengths;

/// <summary>Emitted code is read, compiled and kept by every user, so its length is limited.</summary>
public sealed class EmittedLinesTests
{
    // A stage takes two values of the layer before its own; the first stage takes the input, the last one a whole layer.
    private static readonly int[] LayerSizes = [1, 4, 5, 5, 5, 4, 1];

    private static readonly int[] ChainSizes = [.. Enumerable.Repeat(1, 25)];

    [Fact]
    public void A_concurrent_pipeline_of_25_asynchronous_stages_stays_under_the_limit_of_lines_per_stage() =>
        AssertAtMost(35, LayerSizes);

    [Fact]
    public void A_chain_of_25_asynchronous_stages_stays_under_the_limit_of_lines_per_stage() =>
        AssertAtMost(45, ChainSizes);

    private static void AssertAtMost(int mostLinesPerStage, int[] layers)
    {
        var stages = layers.Sum();

        var run = GeneratorHarness.Run(Pipeline(layers));

        var lines = run.Result.GeneratedSources.Sum(source => source.SourceText.Lines.Count - 1);
        Assert.Equal(25, stages);
        Assert.True(
            lines <= mostLinesPerStage * stages,
            $"{lines} lines are {(double)lines / stages:F1} for each of {stages} stages; the limit is {mostLinesPerStage}."
        );
    }

    private static string Pipeline(int[] layers)
    {
        var places = layers
            .SelectMany((size, layer) => Enumerable.Range(0, size).Select(stage => (Layer: layer, Stage: stage)))
            .ToList();
        var values = places.Select(place => $"public sealed record {Value(place.Layer, place.Stage)};");
        var output = Value(layers.Length - 1, 0);
        var stages = places.Select(place => Stage(layers, place.Layer, place.Stage));
        return $$"""
            namespace Long;

            public sealed record Start;
            {{string.Join('\n', values)}}

            [Pipeline]
            public sealed partial class Layers
            {
                public partial ValueTask<{{output}}> RunAsync(Start start, CancellationToken cancellationToken = default);

            {{string.Join('\n', stages)}}
            }
            """;
    }

    // Both kinds of tasks, and stages with and without a token.
    private static string Stage(int[] layers, int layer, int stage)
    {
        var value = Value(layer, stage);
        var (task, token) = stage % 2 == 0 ? ("ValueTask", ", CancellationToken token") : ("Task", "");
        return $$"""
                [Stage]
                private async {{task}}<{{value}}> Make{{value}}Async({{Parameters(layers, layer, stage)}}{{token}})
                {
                    await Task.Yield();
                    return new {{value}}();
                }
            """;
    }

    private static string Value(int layer, int stage) => $"Value{(char)('A' + layer)}{stage}";

    private static string Parameters(int[] layers, int layer, int stage)
    {
        if (layer == 0)
        {
            return "Start start";
        }

        var size = layers[layer - 1];
        var taken =
            layers[layer] == 1 ? Enumerable.Range(0, size) : new[] { stage % size, (stage + 1) % size }.Distinct();
        return string.Join(", ", taken.Select(other => $"{Value(layer - 1, other)} v{other}"));
    }
}
