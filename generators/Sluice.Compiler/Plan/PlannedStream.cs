using Sluice.Compiler.Bind;
using Sluice.Compiler.Model;

namespace Sluice.Compiler.Plan;

/// <summary>
/// The stream of an entry point whose run continues beside it: the caller gets the stream before all stages have ended.
/// </summary>
/// <param name="WaitsFor">
/// The places of the stages that must have ended before the stream is available, ascending.
/// </param>
internal sealed record PlannedStream(EquatableArray<int> WaitsFor)
{
    /// <summary>Whether it waits for several stages, so the last of them to settle must be detected.</summary>
    public bool IsJoin => WaitsFor.Count > 1;

    /// <summary>Plans the stream of an entry point.</summary>
    /// <returns>
    /// The stream, or <see langword="null"/> if no stage can be under way when the stream is available.
    /// </returns>
    public static PlannedStream? Of(
        EntryPointModel entryPoint,
        EntryPointGraph graph,
        Reachability reachability,
        StagePlacement placement
    )
    {
        if (entryPoint.Delivery != Delivery.Stream)
        {
            return null;
        }

        var producers = graph
            .Outputs.SelectMany(output => output.Producers)
            .Where(producer => producer.Kind == BindingKind.Stage)
            .Select(producer => producer.Index)
            .ToArray();
        var awaited = WithGuards(graph, producers);
        var stages = Enumerable.Range(0, graph.Stages.Count);
        return stages.Any(IsBeside) ? new PlannedStream(placement.Places(reachability.Latest([.. awaited]))) : null;

        // A stage that runs only if none of the producers does has no stream beside it.
        bool IsBeside(int stage) =>
            graph.Stages[stage].IsAsynchronous
            && !awaited.Contains(stage)
            && !awaited.Any(other => reachability.IsBefore(stage, other))
            && producers.Any(producer => !graph.Stages[stage].Excludes.Contains(producer));
    }

    // All takers of a guarded value wait for the guard, and so does the reader of the stream.
    private static HashSet<int> WithGuards(EntryPointGraph graph, IEnumerable<int> producers)
    {
        var awaited = new HashSet<int>(producers);
        int known;
        do
        {
            known = awaited.Count;
            awaited.UnionWith(
                Enumerable
                    .Range(0, graph.Stages.Count)
                    .Where(guard => graph.Stages[guard].GuardedStages.Any(awaited.Contains))
                    .ToArray()
            );
        } while (awaited.Count > known);

        return awaited;
    }
}
