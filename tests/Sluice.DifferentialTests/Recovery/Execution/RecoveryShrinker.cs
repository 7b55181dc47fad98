using Sluice.DifferentialTests.Graphs;
using Sluice.DifferentialTests.Recovery.Shapes;

namespace Sluice.DifferentialTests.Recovery.Execution;

/// <summary>Says what can be taken away from a pipeline in which things go wrong so that it is still one.</summary>
internal static class RecoveryShrinker
{
    /// <summary>Pipelines that are a little simpler. One that the compiler refuses counts as no failure.</summary>
    public static IEnumerable<RecoveryPipeline> Simpler(RecoveryPipeline pipeline) =>
        Candidates(pipeline).Where(candidate => candidate.IsTraceable());

    private static IEnumerable<RecoveryPipeline> Candidates(RecoveryPipeline pipeline)
    {
        foreach (var stage in pipeline.Stages.Reverse().Where(stage => stage.Id != pipeline.Output))
        {
            yield return pipeline with
            {
                Stages =
                [
                    .. pipeline
                        .Stages.Where(other => other.Id != stage.Id && other.Retried != stage.Id)
                        .Select(other => Without(other, stage.Id)),
                ],
            };
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

        if (pipeline.Continues)
        {
            yield return pipeline with
            {
                Continues = false,
            };
        }
    }

    private static IEnumerable<RecoveryStage> Simpler(RecoveryStage stage)
    {
        if (stage.Nested is { } nested)
        {
            yield return stage with
            {
                Nested = null,
            };
            foreach (var simpler in Candidates(nested))
            {
                yield return stage with
                {
                    Nested = simpler,
                };
            }
        }

        if (stage.IsCompensated)
        {
            yield return stage with
            {
                IsCompensated = false,
            };
        }

        if (stage.CleansUp)
        {
            yield return stage with
            {
                CleansUp = false,
            };
        }

        if (stage.TakesToken)
        {
            yield return stage with
            {
                TakesToken = false,
            };
        }

        if (stage is { Nested: null, IsGuard: false, Return: not ReturnStyle.Synchronous })
        {
            yield return stage with
            {
                Return = ReturnStyle.Synchronous,
            };
        }
    }

    private static RecoveryStage Without(RecoveryStage stage, int id) =>
        stage with
        {
            Takes = [.. stage.Takes.Where(taken => taken != id)],
            Nested = stage.Nested is { } nested
                ? nested with
                {
                    Stages = [.. nested.Stages.Select(inner => Without(inner, id))],
                }
                : null,
        };
}
