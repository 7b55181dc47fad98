using Sluice.Compiler.Model;

namespace Sluice.Compiler.Bind;

/// <summary>Finds what each guard has run again, and lets everything else that depends on it wait for the guard.</summary>
/// <remarks>
/// <para>
/// The region of a guard is every stage on a path from the retried stage to the guard, both included. A stage outside of it that
/// depends on one inside is no predecessor of the guard, or it would lie on such a path; so the edge from the guard to it closes no
/// cycle.
/// </para>
/// <para>Guards are taken in order of declaration, and each sees the edges of those before it: the region of one may hold another.</para>
/// </remarks>
internal static class GuardedRegions
{
    /// <summary>The same graph with the regions and those edges.</summary>
    public static EntryPointGraph Apply(PipelineModel model, EntryPointGraph graph, NameTable names)
    {
        foreach (var guard in Guards(model, graph))
        {
            if (Retried(model, graph, names, guard) is { } retried)
            {
                graph = Apply(graph, guard, retried);
            }
        }

        return graph;
    }

    /// <summary>The positions of the guards that name a stage to retry.</summary>
    public static IEnumerable<int> Guards(PipelineModel model, EntryPointGraph graph) =>
        Enumerable
            .Range(0, graph.Stages.Count)
            .Where(position => model.Stages[graph.Stages[position].Stage].Guard is { Retry: not null });

    /// <summary>The position of the stage that a guard retries, or <see langword="null"/> where it names none that comes before it.</summary>
    public static int? Retried(PipelineModel model, EntryPointGraph graph, NameTable names, int guard)
    {
        var stage = model.Stages[graph.Stages[guard].Stage];
        var meant = names.Stages(stage.Guard!.Retry!, stage.Source);
        for (var position = 0; position < graph.Stages.Count; position++)
        {
            if (meant.Contains(graph.Stages[position].Stage) && Before(graph, guard).Contains(position))
            {
                return position;
            }
        }

        return null;
    }

    private static EntryPointGraph Apply(EntryPointGraph graph, int guard, int retried)
    {
        var before = Before(graph, guard);
        var region = Region(graph, guard, retried, before);
        return graph with
        {
            Stages = graph
                .Stages.Select(
                    (stage, position) =>
                        position == guard
                            ? stage with
                            {
                                GuardedRegion = region
                                    .Where(member => member != retried && member != guard)
                                    .OrderBy(member => member)
                                    .Prepend(retried)
                                    .Append(guard)
                                    .ToEquatableArray(),
                            }
                        : region.Contains(position) || !stage.Predecessors.Any(region.Contains) ? stage
                        : stage with
                        {
                            Predecessors = stage
                                .Predecessors.Append(guard)
                                .Distinct()
                                .OrderBy(predecessor => predecessor)
                                .ToEquatableArray(),
                            LaterSources = stage.LaterSources.Where(source => source != guard).ToEquatableArray(),
                        }
                )
                .ToEquatableArray(),
        };
    }

    // What comes before the guard and comes after the retried stage.
    private static HashSet<int> Region(EntryPointGraph graph, int guard, int retried, HashSet<int> before)
    {
        var region = new HashSet<int> { retried };
        bool hasGrown;
        do
        {
            hasGrown = false;
            foreach (var position in before.Append(guard))
            {
                hasGrown |= graph.Stages[position].Predecessors.Any(region.Contains) && region.Add(position);
            }
        } while (hasGrown);

        return region;
    }

    private static HashSet<int> Before(EntryPointGraph graph, int position)
    {
        var before = new HashSet<int>();
        var pending = new Stack<int>(graph.Stages[position].Predecessors);
        while (pending.Count > 0)
        {
            var next = pending.Pop();
            if (before.Add(next))
            {
                foreach (var predecessor in graph.Stages[next].Predecessors)
                {
                    pending.Push(predecessor);
                }
            }
        }

        return before;
    }
}
