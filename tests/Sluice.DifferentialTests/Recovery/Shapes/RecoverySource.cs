using System.Globalization;
using System.Text;
using Sluice.DifferentialTests.Graphs;

namespace Sluice.DifferentialTests.Recovery.Shapes;

/// <summary>Writes pipelines in which things go wrong as a user would.</summary>
internal static class RecoverySource
{
    private const string Usings = """
        #nullable enable
        using System;
        using System.Threading;
        using System.Threading.Tasks;
        using Sluice;
        using Sluice.DifferentialTests.Recovery.Execution;
        using Sluice.DifferentialTests.Recovery.Probing;

        namespace Batch;

        """;

    /// <summary>A file with several pipelines, those nested in them, and the marker types of their parts.</summary>
    public static string File(IReadOnlyCollection<RecoveryPipeline> pipelines)
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
            source.AppendLine().Append(Pipeline(pipeline)).AppendLine().Append(Adapter(pipeline));
        }

        return source.ToString();
    }

    /// <summary>A pipeline and those nested in it.</summary>
    public static string Pipeline(RecoveryPipeline pipeline) => Pipeline(pipeline, stageOutside: null);

    private static string Pipeline(RecoveryPipeline pipeline, RecoveryStage? stageOutside)
    {
        var source = new StringBuilder();
        foreach (var stage in pipeline.Stages.Where(stage => stage.Nested is not null))
        {
            source.Append(Pipeline(stage.Nested!, stage)).AppendLine();
        }

        source.AppendLine(pipeline.Continues ? "[Pipeline(OnFailure = FailureMode.Continue)]" : "[Pipeline]");
        source.AppendLine(CultureInfo.InvariantCulture, $"public sealed partial class {pipeline.ClassName}");
        source.AppendLine("{");
        foreach (var nested in pipeline.Stages.Where(stage => stage.Nested is not null))
        {
            source.AppendLine(
                CultureInfo.InvariantCulture,
                $"    [Stages] private readonly {nested.Nested!.ClassName} _nested{nested.Id} = new();"
            );
        }

        source.AppendLine("    " + EntryPoint(pipeline, stageOutside));
        foreach (var stage in pipeline.Stages.Where(stage => stage.Nested is null))
        {
            source.AppendLine().Append(Method(pipeline, stage));
        }

        return source.AppendLine("}").ToString();
    }

    private static string EntryPoint(RecoveryPipeline pipeline, RecoveryStage? stageOutside)
    {
        var output = $"Part<M{pipeline.Find(pipeline.Output)!.Marker}>";
        var returned = Returned(pipeline.Return, pipeline.GivesResult ? $"PipelineResult<{output}>" : output);
        var parts = string.Concat(stageOutside?.Takes.Select((id, index) => $"Part<M{id}> p{index}, ") ?? []);
        var method = stageOutside?.Method ?? (pipeline.Return == ReturnStyle.Synchronous ? "Run" : "RunAsync");
        return $"public partial {returned} {method}(Trial trial, {parts}RunContext context, CancellationToken token);";
    }

    private static string Method(RecoveryPipeline pipeline, RecoveryStage stage)
    {
        var source = new StringBuilder();
        var attributes = new List<string> { "Stage" };
        if (stage.IsGuard)
        {
            attributes.Add($"Guard(Retry = \"S{stage.Retried}\", Attempts = {stage.Attempts}, AllowNoProgress = true)");
        }

        if (stage.IsCompensated)
        {
            attributes.Add($"Compensate(nameof(Undo{stage.Id}))");
        }

        var parts = string.Concat(
            stage.Takes.Select((id, index) => $"Part<M{pipeline.Find(id)?.Marker ?? id}> p{index}, ")
        );
        var given = string.Concat(stage.Takes.Select((_, index) => $", p{index}"));
        var token = stage.TakesToken ? ", CancellationToken token" : "";
        var output = stage.IsGuard ? "bool" : $"Part<M{stage.Marker}>";
        var end = stage.IsGuard ? $"{stage.Return}Verdict()" : $"{stage.Return}<M{stage.Marker}>()";
        var cleanUp =
            !stage.CleansUp ? "None"
            : pipeline.Return == ReturnStyle.Synchronous || stage.Id % 2 == 0 ? "Synchronous"
            : "Asynchronous";
        source.AppendLine(CultureInfo.InvariantCulture, $"    [{string.Join(", ", attributes)}]");
        source.AppendLine(
            CultureInfo.InvariantCulture,
            $"    private {Returned(stage.Return, output)} {stage.Method}(Trial trial, {parts}StageContext context{token}) =>"
        );
        source.AppendLine(
            CultureInfo.InvariantCulture,
            $"        new Step(trial, {stage.Id}, context, {(stage.TakesToken ? "token" : "default")}, CleanUpForm.{cleanUp}{given}).{end};"
        );
        if (stage.IsCompensated)
        {
            var undone = stage.Return == ReturnStyle.Synchronous ? "void" : "ValueTask";
            var undo = stage.Return == ReturnStyle.Synchronous ? "Undo" : "UndoAsync";
            source.AppendLine(
                CultureInfo.InvariantCulture,
                $"    private static {undone} Undo{stage.Id}(Part<M{stage.Marker}> part, Exception failure) => part.{undo}(failure);"
            );
        }

        return source.ToString();
    }

    private static string Returned(ReturnStyle style, string output) =>
        style == ReturnStyle.Synchronous ? output : $"{style}<{output}>";

    private static string Adapter(RecoveryPipeline pipeline)
    {
        var call =
            $"_pipeline.{(pipeline.Return == ReturnStyle.Synchronous ? "Run" : "RunAsync")}(trial, context, token)";
        var observe = pipeline.GivesResult ? "ObserveResult" : "Observe";
        return $$"""
            public sealed class {{pipeline.ClassName}}Adapter : RecoveryUnderTest
            {
                private readonly {{pipeline.ClassName}} _pipeline = new();

                public override Task<RecoveryObservation> StartAsync(Trial trial, RunContext context, CancellationToken token) =>
                    {{observe}}(trial, () => {{call}});
            }

            """;
    }
}
