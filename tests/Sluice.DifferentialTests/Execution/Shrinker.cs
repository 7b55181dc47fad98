using Sluice.DifferentialTests.Graphs;
using Sluice.DifferentialTests.Reference;

namespace Sluice.DifferentialTests.Execution;

/// <summary>Finds a small pipeline that fails as a big one did, by taking parts away for as long as it still fails.</summary>
internal static class Shrinker
{
    private const int MostAttempts = 300;

    /// <summary>Gives the smallest failing pipeline that it finds, and what is wrong with it.</summary>
    public static Task<(PipelineShape Pipeline, string Complaint)> ShrinkAsync(
        PipelineShape pipeline,
        string complaint,
        Func<PipelineShape, Task<string?>> check
    ) => ShrinkAsync(pipeline, complaint, shape => Simpler(shape).Where(IsWhole), check);

    /// <summary>The same for whatever can be made simpler.</summary>
    public static async Task<(T Smallest, string Complaint)> ShrinkAsync<T>(
        T shape,
        string complaint,
        Func<T, IEnumerable<T>> simpler,
        Func<T, Task<string?>> check
    )
    {
        var attempts = 0;
        var isSmaller = true;
        while (isSmaller)
        {
            isSmaller = false;
            foreach (var candidate in simpler(shape))
            {
                if (++attempts > MostAttempts)
                {
                    return (shape, complaint);
                }

                if (await check(candidate).ConfigureAwait(false) is { } still)
                {
                    (shape, complaint, isSmaller) = (candidate, still, true);
                    break;
                }
            }
        }

        return (shape, complaint);
    }

    private static IEnumerable<PipelineShape> Simpler(PipelineShape pipeline)
    {
        foreach (var entryPoint in pipeline.EntryPoints.Where(_ => pipeline.EntryPoints.Count > 1))
        {
            yield return pipeline with
            {
                EntryPoints = [entryPoint],
            };
        }

        var needed = pipeline
            .EntryPoints.SelectMany(entryPoint => new EntryPointPlan(pipeline, entryPoint).Order)
            .ToHashSet();
        if (needed.Count < pipeline.Stages.Count)
        {
            yield return Without(pipeline, id => !needed.Contains(id));
        }

        foreach (var stage in pipeline.Stages.Reverse())
        {
            yield return Without(pipeline, id => id == stage.Id);
        }

        foreach (var stage in pipeline.Stages)
        {
            foreach (var simpler in Simpler(stage))
            {
                yield return pipeline with
                {
                    Stages = [.. pipeline.Stages.Select(other => other.Id == stage.Id ? simpler : other)],
                };
            }
        }
    }

    private static IEnumerable<StageShape> Simpler(StageShape stage)
    {
        if (stage.After.Count > 0)
        {
            yield return stage with
            {
                After = [],
            };
        }

        if (stage.Arguments.Count > 1)
        {
            yield return stage with
            {
                Arguments = [.. stage.Arguments.Skip(1)],
            };
            yield return stage with
            {
                Arguments = [.. stage.Arguments.SkipLast(1)],
            };
        }

        if (stage.TakesContext || stage.Only >= 0)
        {
            yield return stage with
            {
                TakesContext = false,
                Only = -1,
            };
        }

        if (stage.TakesToken)
        {
            yield return stage with
            {
                TakesToken = false,
            };
        }

        if (stage.IsOffloaded)
        {
            yield return stage with
            {
                IsOffloaded = false,
            };
        }

        if (stage.Return != ReturnStyle.Synchronous)
        {
            yield return stage with
            {
                Return = ReturnStyle.Synchronous,
            };
        }
    }

    /// <summary>Takes stages away; who needed one takes the run instead.</summary>
    private static PipelineShape Without(PipelineShape pipeline, Func<int, bool> isGone)
    {
        Argument Instead(Argument argument) =>
            argument.Producer >= 0 && isGone(argument.Producer)
                ? new Argument(Argument.RunInput, ArgumentStyle.Type)
                : argument;
        return pipeline with
        {
            Declaration = [.. pipeline.Declaration.Where(id => !isGone(id))],
            Stages =
            [
                .. pipeline
                    .Stages.Where(stage => !isGone(stage.Id))
                    .Select(stage =>
                        stage with
                        {
                            Arguments = [.. stage.Arguments.Select(Instead)],
                            After = [.. stage.After.Where(id => !isGone(id))],
                        }
                    ),
            ],
            EntryPoints =
            [
                .. pipeline.EntryPoints.Select(entryPoint =>
                    entryPoint with
                    {
                        Outputs = [.. entryPoint.Outputs.Where(id => !isGone(id))],
                    }
                ),
            ],
        };
    }

    /// <summary>Whether every entry point has something to run, and no tuple as its only output.</summary>
    private static bool IsWhole(PipelineShape pipeline) =>
        pipeline.EntryPoints.All(entryPoint =>
            new EntryPointPlan(pipeline, entryPoint).Order.Count > 0
            && (entryPoint.Outputs.Count != 1 || pipeline.Stage(entryPoint.Outputs[0]).Output != OutputForm.SharedTuple)
        );
}
