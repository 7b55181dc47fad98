using Sluice.DifferentialTests.Branching.Reference;
using Sluice.DifferentialTests.Branching.Shapes;
using Sluice.DifferentialTests.Graphs;

namespace Sluice.DifferentialTests.Branching.Execution;

/// <summary>Says what can be taken away from a pipeline that branches so that it is still one.</summary>
internal static class BranchingShrinker
{
    /// <summary>Pipelines that are a little simpler.</summary>
    /// <param name="pipeline">The pipeline.</param>
    /// <param name="outputsMayBeAbsent">Whether outputs may be absent that are not declared so.</param>
    public static IEnumerable<BranchingPipeline> Simpler(BranchingPipeline pipeline, bool outputsMayBeAbsent = false) =>
        Candidates(pipeline).Where(candidate => IsWhole(candidate, outputsMayBeAbsent));

    private static IEnumerable<BranchingPipeline> Candidates(BranchingPipeline pipeline)
    {
        var plan = new BranchingPlan(pipeline);
        if (plan.Stages.Count < pipeline.Stages.Count)
        {
            yield return Without(pipeline, id => !plan.Includes(id));
        }

        var entryPoint = pipeline.EntryPoint;
        if (entryPoint.Outputs.Count > 1)
        {
            foreach (var output in entryPoint.Outputs)
            {
                yield return pipeline with
                {
                    EntryPoint = entryPoint with { Outputs = [output] },
                };
            }
        }

        foreach (var stage in pipeline.Stages.Reverse())
        {
            yield return Without(pipeline, id => id == stage.Id);
            // A stream goes with the one that takes it.
            foreach (
                var parameter in stage.Parameters.Where(parameter =>
                    pipeline.ContentOf(parameter.Producers[0]) == Content.Stream
                )
            )
            {
                yield return Without(pipeline, id => id == stage.Id || id == parameter.Producers[0]);
            }
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

        if (entryPoint.GivesResult)
        {
            yield return pipeline with
            {
                EntryPoint = entryPoint with { GivesResult = false },
            };
        }
    }

    private static IEnumerable<BranchingStage> Simpler(BranchingStage stage)
    {
        for (var place = 0; place < stage.Parameters.Count; place++)
        {
            var parameter = stage.Parameters[place];
            var others = stage.Parameters.Where((_, index) => index != place).ToArray();
            yield return stage with
            {
                Parameters = others,
            };
            var simpler = new List<Parameter>();
            if (parameter.IsMerge)
            {
                simpler.AddRange(
                    parameter.Producers.Select(producer =>
                        parameter with
                        {
                            Producers = [.. parameter.Producers.Where(other => other != producer)],
                        }
                    )
                );
            }

            if (parameter.Form != Form.Plain)
            {
                simpler.Add(parameter with { Form = Form.Plain });
            }

            if (parameter.Buffer > 0)
            {
                simpler.Add(parameter with { Buffer = 0 });
            }

            foreach (var instead in simpler)
            {
                yield return stage with
                {
                    Parameters = [.. stage.Parameters.Select((other, index) => index == place ? instead : other)],
                };
            }
        }

        foreach (var guard in stage.Guards)
        {
            yield return stage with
            {
                Guards = [.. stage.Guards.Where(other => !ReferenceEquals(other, guard))],
            };
        }

        if (stage.After.Count > 0)
        {
            yield return stage with
            {
                After = [],
            };
        }

        if (stage.Form != Form.Plain)
        {
            yield return stage with
            {
                Form = Form.Plain,
            };
        }

        if (stage.IsOffloaded || stage.TakesToken || stage.MaxConcurrency > 0)
        {
            yield return stage with
            {
                IsOffloaded = false,
            };
            yield return stage with
            {
                TakesToken = false,
            };
            yield return stage with
            {
                MaxConcurrency = 0,
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

    private static BranchingPipeline Without(BranchingPipeline pipeline, Func<int, bool> isGone)
    {
        int[] Left(IReadOnlyList<int> producers) => [.. producers.Where(id => !isGone(id))];
        return pipeline with
        {
            Declaration = Left(pipeline.Declaration),
            Stages =
            [
                .. pipeline
                    .Stages.Where(stage => !isGone(stage.Id))
                    .Select(stage =>
                        stage with
                        {
                            Parameters =
                            [
                                .. stage
                                    .Parameters.Select(parameter =>
                                        parameter with
                                        {
                                            Producers = Left(parameter.Producers),
                                        }
                                    )
                                    .Where(parameter => parameter.Producers.Count > 0),
                            ],
                            Guards = [.. stage.Guards.Where(guard => !isGone(guard.Source))],
                            After = Left(stage.After),
                        }
                    ),
            ],
            EntryPoint = pipeline.EntryPoint with
            {
                Outputs =
                [
                    .. pipeline
                        .EntryPoint.Outputs.Select(output => output with { Producers = Left(output.Producers) })
                        .Where(output => output.Producers.Count > 0),
                ],
            },
        };
    }

    private static bool IsWhole(BranchingPipeline pipeline, bool outputsMayBeAbsent)
    {
        var plan = new BranchingPlan(pipeline);
        var entryPoint = pipeline.EntryPoint;
        return plan.Stages.Count > 0
            && (!plan.IsAsynchronous || entryPoint.Return != ReturnStyle.Synchronous)
            && (
                entryPoint.Outputs.Count > 0
                || (!entryPoint.GivesResult && pipeline.Stages.Any(stage => stage.IsEffect))
            )
            && pipeline.Stages.All(stage => IsWhole(pipeline, plan, stage))
            && new Production(plan) is { IsDecidable: true } production
            && entryPoint.Outputs.All(output =>
                outputsMayBeAbsent
                || output.Form != Form.Plain
                || entryPoint.GivesResult
                || !production.MayBeAbsent(output)
            );
    }

    private static bool IsWhole(BranchingPipeline pipeline, BranchingPlan plan, BranchingStage stage) =>
        (stage.Content != Content.Stream || plan.Takers(stage.Id).Count() == 1)
        && stage.Guards.All(guard => guard.Kind != GuardKind.Otherwise || plan.ValuesOf(stage, guard).Any())
        && stage.Parameters.All(parameter => Fits(pipeline, parameter))
        && (
            stage.Return != ReturnStyle.Synchronous
            || stage.Parameters.All(parameter =>
                parameter.Take != Take.Value || pipeline.ContentOf(parameter.Producers[0]) != Content.Stream
            )
        );

    private static bool Fits(BranchingPipeline pipeline, Parameter parameter)
    {
        var producer = parameter.Producers[0];
        var isResults = producer >= 0 && pipeline.Stage(producer).Each is not null;
        return parameter.Take switch
        {
            Take.Value => !isResults,
            Take.Each or Take.EachFlattened => isResults || pipeline.ContentOf(producer) >= Content.Array,
            _ => isResults,
        };
    }
}
