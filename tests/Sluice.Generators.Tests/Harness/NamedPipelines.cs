namespace Sluice.Generators.Tests.Harness;

/// <summary>Pipelines of every shape with given names of stages and inputs.</summary>
internal static class NamedPipelines
{
    private static readonly Dictionary<string, NamedShape> ShapesByName = new()
    {
        ["straight"] = new(
            "int Run",
            stage => $"[Stage] public static V{stage.Index} {stage.Name}(int {stage.Input}) => default;"
        ),
        ["one by one"] = new(
            "ValueTask<int> RunAsync",
            stage =>
                $"[Stage] public static {stage.Task} {stage.Name}({stage.Previous}int {stage.Input}) => {stage.Completed};"
        ),
        ["at once"] = new("ValueTask<int> RunAsync", AtOnce),
        ["offloaded"] = new(
            "Task<int> RunAsync",
            stage => $"[Stage, Offload] public static V{stage.Index} {stage.Name}(int {stage.Input}) => default;"
        ),
        ["offloaded one by one"] = new(
            "ValueTask<int> RunAsync",
            stage =>
                $"[Stage, Offload] public static V{stage.Index} {stage.Name}({stage.Previous}int {stage.Input}) => default;"
        ),
        ["reporting"] = new(
            "ValueTask<PipelineResult<int>> RunAsync",
            stage =>
                $"[Stage] public static {stage.Task} {stage.Name}(int {stage.Input}, StageContext context) => {stage.Completed};"
        ),
        ["going on"] = new(
            "ValueTask<int> RunAsync",
            stage =>
                $"[Stage] public static {stage.Task} {stage.Name}({stage.Previous}int {stage.Input}) => {stage.Completed};"
        )
        {
            Attributes = "[Pipeline(OnFailure = FailureMode.Continue)]",
        },
        ["conditional"] = new(
            "ValueTask<int> RunAsync",
            stage =>
                $"[Stage, When(\"IsOn\")] public static {stage.Task} {stage.Name}(int {stage.Input}) => {stage.Completed};"
        )
        {
            Taken = type => $"Optional<{type}>",
        },
        ["streaming"] = new("IAsyncEnumerable<int> RunAsync", AtOnce) { Output = "IAsyncEnumerable<int>" },
        ["for each element"] = new(
            "ValueTask<int> RunAsync",
            stage =>
                $"[Stage, Retry(2)] public static {stage.Task} {stage.Name}([Each(MaxConcurrency = 2)] int {stage.Input}, StageContext context) => {stage.Completed};"
        )
        {
            InputType = "int[]",
            Taken = type => type + "[]",
        },
        ["merging"] = new(
            "ValueTask<int> RunAsync",
            stage =>
                $"[Stage] public static {stage.Task} {stage.Name}([From(\"Left\", \"Right\")] Side side, int {stage.Input}) => {stage.Completed};"
        )
        {
            Further = """
                [Stage, When("IsOn")] public static ValueTask<Side> Left(Seed seed) => new(default(Side));
                [Stage, Unless("IsOn")] public static ValueTask<Side> Right(Seed seed) => new(default(Side));
                """,
        },
        ["guarded"] = new("int Run", stage => Guarded(stage, isAwaited: false)),
        ["guarded and awaited"] = new("ValueTask<int> RunAsync", stage => Guarded(stage, isAwaited: true)),
        ["with policies"] = new(
            "ValueTask<int> RunAsync",
            stage =>
                $$"""
                    [Stage, Retry(2, Delay = "00:00:01"), Cached("00:01:00"), Timeout("00:00:01", Total = "00:00:02"), CircuitBreaker(5, "00:00:30"), Concurrency(2), Intercept<Log>, Fallback("Instead{{stage.Index}}")]
                    public static {{stage.Task}} {{stage.Name}}(int {{stage.Input}}, StageContext context, CancellationToken token) => {{stage.Completed}};
                    public static V{{stage.Index}} Instead{{stage.Index}}(int {{stage.Input}}, Exception error) => default;
                    """
        ),
        ["observed"] = new("ValueTask<int> RunAsync", AtOnce) { Attributes = "[Pipeline, Telemetry]" },
    };

    /// <summary>The names of the shapes.</summary>
    public static IReadOnlyCollection<string> Shapes => ShapesByName.Keys;

    /// <summary>
    /// Writes pipelines of a shape in which each name is that of a stage and, with a lower-case first letter, of an input.
    /// </summary>
    /// <param name="shape">The name of the shape.</param>
    /// <param name="names">The names, not escaped.</param>
    /// <param name="most">The maximum number of names in a pipeline. A pipeline with more than 64 stages is cut into segments.</param>
    public static string Of(string shape, IEnumerable<string> names, int most = 48) =>
        $$"""
            namespace Names;

            public readonly record struct Seed(bool IsOn);

            public readonly record struct Side;

            public readonly struct Log : IStageInterceptor
            {
                public ValueTask<T> InvokeAsync<T, TInner>(TInner inner, StageContext context)
                    where TInner : struct, IStageCall<T> => inner.InvokeAsync();
            }

            {{string.Join(
                "\n",
                names.Distinct(StringComparer.OrdinalIgnoreCase).Chunk(most).Select(
                    (chunk, number) => Pipeline(ShapesByName[shape], chunk, number)
                )
            )}}
            """;

    private static string Pipeline(NamedShape shape, string[] names, int number)
    {
        var stages = names
            .Select((name, index) => new NamedStage(name, names[Math.Max(index - 1, 0)], index))
            .ToArray();
        var inputs = stages.Select(stage => $"{shape.InputType} {stage.Input}");
        // No stage takes the output of a guard.
        var taken = stages
            .Where(stage => !shape.Write(stage).Contains("Guard(", StringComparison.Ordinal))
            .Select(stage => $"{shape.Taken($"V{stage.Index}")} v{stage.Index}");
        return $$"""
            {{shape.Attributes}}
            [Stages(typeof(Steps{{number}}))]
            public sealed partial class Pipeline{{number}}
            {
                public partial {{shape.EntryPoint}}({{string.Join(
                ", ",
                inputs
            )}}, Seed seed, CancellationToken cancellation);
            }

            public static class Steps{{number}}
            {
                {{string.Join("\n", stages.Select(shape.Write))}}
                {{shape.Further}}
                public static bool IsOn(Seed seed) => seed.IsOn;
                [Stage] public static {{shape.Output}} AddUp(Seed seed, {{string.Join(
                ", ",
                taken
            )}}) => throw new NotSupportedException();
                {{string.Join("\n", stages.Select(stage => $"public readonly record struct V{stage.Index};"))}}
            }
            """;
    }

    private static string AtOnce(NamedStage stage) =>
        $"[Stage] public static {stage.Task} {stage.Name}(int {stage.Input}) => {stage.Completed};";

    // Every second stage is a guard for the previous stage, which is compensated if the run fails.
    private static string Guarded(NamedStage stage, bool isAwaited)
    {
        if (stage.Index % 2 == 1)
        {
            return $$"""
                [Stage, Guard(Retry = "{{stage.Before}}")]
                public static {{(isAwaited ? "ValueTask<bool>" : "bool")}} {{stage.Name}}(V{{stage.Index
                    - 1}} value, int {{stage.Input}}) => {{(isAwaited ? "new(true)" : "true")}};
                """;
        }

        var type = $"V{stage.Index}";
        return $$"""
            [Stage, Compensate("Undo{{stage.Index}}")]
            public static {{(isAwaited ? $"ValueTask<{type}>" : type)}} {{stage.Name}}(int {{stage.Input}}) => {{(
                isAwaited ? $"new(default({type}))" : "default"
            )}};
            public static void Undo{{stage.Index}}({{type}} value) { }
            """;
    }
}
