using Sluice.DifferentialTests.Graphs;
using Sluice.DifferentialTests.Reference;
using Sluice.DifferentialTests.Reference.Prediction;

namespace Sluice.DifferentialTests.Execution;

/// <summary>Says which parts can be removed from a random pipeline so that it is still one.</summary>
internal static class Simplification
{
    /// <summary>Pipelines that are a little simpler. One that the compiler refuses counts as right.</summary>
    /// <param name="pipeline">The pipeline.</param>
    /// <param name="outputsMayBeAbsent">Whether outputs may be absent that are not declared so.</param>
    public static IEnumerable<PipelineShape> Of(PipelineShape pipeline, bool outputsMayBeAbsent = false) =>
        Candidates(pipeline).Where(candidate => IsWhole(candidate, outputsMayBeAbsent));

    private static IEnumerable<PipelineShape> Candidates(PipelineShape pipeline)
    {
        foreach (var entryPoint in pipeline.EntryPoints.Where(_ => pipeline.EntryPoints.Count > 1))
        {
            yield return pipeline with
            {
                EntryPoints = [entryPoint],
            };
        }

        var plans = pipeline.EntryPoints.Select(entryPoint => new EntryPointPlan(pipeline, entryPoint)).ToArray();
        if (pipeline.Stages.Any(stage => !plans.Any(plan => plan.Includes(stage.Id))))
        {
            yield return Without(pipeline, id => !plans.Any(plan => plan.Includes(id)));
        }

        foreach (var stage in pipeline.Stages.Reverse())
        {
            yield return Without(pipeline, id => id == stage.Id);
            // A stream goes with the stage that takes it.
            foreach (var stream in stage.Producers.Where(id => pipeline.ContentOf(id) == Content.Stream))
            {
                yield return Without(pipeline, id => id == stage.Id || id == stream);
            }
        }

        foreach (var entryPoint in pipeline.EntryPoints)
        {
            foreach (var simpler in Simpler(entryPoint))
            {
                yield return pipeline with
                {
                    EntryPoints =
                    [
                        .. pipeline.EntryPoints.Select(other => other.Index == entryPoint.Index ? simpler : other),
                    ],
                };
            }
        }

        foreach (var stage in pipeline.Stages)
        {
            foreach (var simpler in Simpler(stage).Concat(SimplerNested(stage)))
            {
                yield return pipeline with
                {
                    Stages = [.. pipeline.Stages.Select(other => other.Id == stage.Id ? simpler : other)],
                };
            }
        }

        // Rules need the context, which knows the run.
        foreach (var stage in pipeline.Stages.Where(stage => stage.TakesContext && !pipeline.Recovers))
        {
            yield return pipeline with
            {
                Stages =
                [
                    .. pipeline.Stages.Select(other => other == stage ? other with { TakesContext = false } : other),
                ],
            };
        }

        if (pipeline.Continues)
        {
            yield return pipeline with
            {
                Continues = false,
            };
        }
    }

    private static IEnumerable<EntryPointShape> Simpler(EntryPointShape entryPoint)
    {
        foreach (var output in entryPoint.Outputs.Where(_ => entryPoint.Outputs.Count > 1))
        {
            yield return entryPoint with
            {
                Outputs = [output],
            };
        }

        if (entryPoint.GivesResult)
        {
            yield return entryPoint with
            {
                GivesResult = false,
            };
        }
    }

    private static IEnumerable<StageShape> SimplerNested(StageShape stage)
    {
        if (stage.Nested is not { } nested)
        {
            yield break;
        }

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

    private static IEnumerable<StageShape> Simpler(StageShape stage)
    {
        for (var place = 0; place < stage.Parameters.Count; place++)
        {
            yield return stage with
            {
                Parameters = [.. stage.Parameters.Where((_, index) => index != place)],
            };
            foreach (var instead in Simpler(stage.Parameters[place]))
            {
                yield return stage with
                {
                    Parameters = [.. stage.Parameters.Select((other, index) => index == place ? instead : other)],
                };
            }
        }

        foreach (var condition in stage.Conditions)
        {
            yield return stage with
            {
                Conditions = [.. stage.Conditions.Where(other => !ReferenceEquals(other, condition))],
            };
        }

        StageShape[] plainer =
        [
            stage with
            {
                After = stage.After.Count == 0 ? stage.After : [],
            },
            stage with
            {
                Form = Form.Plain,
            },
            stage with
            {
                Only = -1,
            },
            stage with
            {
                IsOffloaded = false,
            },
            stage with
            {
                TakesToken = false,
            },
            stage with
            {
                MaxConcurrency = 0,
            },
            stage with
            {
                IsCompensated = false,
            },
            stage with
            {
                CleansUp = false,
            },
            stage with
            {
                Return = stage.Nested is null && !stage.IsGuard ? ReturnStyle.Synchronous : stage.Return,
            },
        ];
        foreach (var simpler in plainer.Where(simpler => simpler != stage))
        {
            yield return simpler;
        }
    }

    private static IEnumerable<Parameter> Simpler(Parameter parameter)
    {
        if (parameter.IsMerge)
        {
            foreach (var producer in parameter.Producers)
            {
                yield return parameter with
                {
                    Producers = [.. parameter.Producers.Where(other => other != producer)],
                };
            }
        }

        if (parameter.Form != Form.Plain)
        {
            yield return parameter with
            {
                Form = Form.Plain,
            };
        }

        if (parameter.Buffer > 0)
        {
            yield return parameter with
            {
                Buffer = 0,
            };
        }
    }

    private static PipelineShape Without(PipelineShape pipeline, Func<int, bool> isRemoved)
    {
        // A guard goes with the stage that it has run again.
        bool IsGone(int id) =>
            isRemoved(id) || (pipeline.Find(id) is { IsGuard: true } guard && isRemoved(guard.Retried));
        int[] Left(IReadOnlyList<int> producers) => [.. producers.Where(id => !IsGone(id))];
        return pipeline with
        {
            Declaration = Left(pipeline.Declaration),
            Stages =
            [
                .. pipeline
                    .Stages.Where(stage => !IsGone(stage.Id))
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
                            Conditions = [.. stage.Conditions.Where(condition => !IsGone(condition.Source))],
                            After = Left(stage.After),
                            Nested = stage.Nested is { } nested ? Without(nested, IsGone) : null,
                        }
                    ),
            ],
            EntryPoints =
            [
                .. pipeline.EntryPoints.Select(entryPoint =>
                    entryPoint with
                    {
                        Outputs =
                        [
                            .. entryPoint
                                .Outputs.Select(output => output with { Producers = Left(output.Producers) })
                                .Where(output => output.Producers.Count > 0),
                        ],
                    }
                ),
            ],
        };
    }

    private static bool IsWhole(PipelineShape pipeline, bool outputsMayBeAbsent) =>
        pipeline.EntryPoints.All(entryPoint => IsWhole(pipeline, entryPoint, outputsMayBeAbsent))
        && (!pipeline.Recovers || IsTraceable(pipeline, isOutermost: true));

    private static bool IsWhole(PipelineShape pipeline, EntryPointShape entryPoint, bool outputsMayBeAbsent)
    {
        var plan = new EntryPointPlan(pipeline, entryPoint);
        return plan.Stages.Count > 0
            && (!plan.IsAsynchronous || entryPoint.Return != ReturnStyle.Synchronous)
            && (entryPoint.Outputs.Count > 0 || (!entryPoint.GivesResult && !pipeline.Recovers))
            // A tuple as the return type means several outputs.
            && (
                entryPoint.Outputs.Count != 1 || plan.Stage(entryPoint.Outputs[0].Producers[0]).Content != Content.Tuple
            )
            && plan.Stages.All(stage => Fits(plan, stage))
            && new Production(plan) is { IsDecidable: true } production
            && entryPoint.Outputs.All(output =>
                outputsMayBeAbsent
                || pipeline.Recovers
                || output.Form != Form.Plain
                || entryPoint.GivesResult
                || !production.MayBeAbsent(output)
            );
    }

    /// <summary>
    /// Whether each run shows in the trace before one nested in it does: a nested pipeline calls a method before it starts a run.
    /// </summary>
    private static bool IsTraceable(PipelineShape pipeline, bool isOutermost) =>
        pipeline.EntryPoints[0].Outputs.Count > 0
        && pipeline
            .Stages.Where(stage => stage.Nested is not null)
            .All(stage =>
                IsTraceable(stage.Nested!, isOutermost: false)
                && (isOutermost || stage.Producers.Any(taken => pipeline.Find(taken) is { Nested: null }))
            );

    private static bool Fits(EntryPointPlan plan, StageShape stage) =>
        (stage.Content != Content.Stream || plan.Takers(stage.Id).Count() == 1)
        && stage.Conditions.All(condition =>
            condition.Kind != ConditionKind.Otherwise || plan.ValuesOf(stage, condition).Any()
        )
        && stage.Parameters.All(parameter => Fits(plan.Pipeline, parameter))
        && (
            stage.Return != ReturnStyle.Synchronous
            || stage.Parameters.All(parameter =>
                parameter.Take != Take.Value || plan.Pipeline.ContentOf(parameter.Producers[0]) != Content.Stream
            )
        );

    private static bool Fits(PipelineShape pipeline, Parameter parameter)
    {
        var producer = parameter.Producers[0];
        var isResults = producer >= 0 && pipeline.Find(producer)?.Each is not null;
        return parameter.Take switch
        {
            Take.Value => !isResults,
            Take.Each or Take.EachFlattened => isResults || pipeline.ContentOf(producer) >= Content.Array,
            _ => isResults,
        };
    }
}
