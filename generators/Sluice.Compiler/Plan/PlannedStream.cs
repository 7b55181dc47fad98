using Sluice.Compiler.Bind;
using Sluice.Compiler.Model;

namespace Sluice.Compiler.Plan;

/// <summary>The stream of an entry point whose run goes on beside it: its reader gets it before all else has ended.</summary>
/// <param name="WaitsFor">The places of the stages with the last of which it is there, ascending.</param>
internal sealed record PlannedStream(EquatableArray<int> WaitsFor)
{
    /// <summary>Whether it waits for several, so that the last of them to be settled has to be found out.</summary>
    public bool IsJoin => WaitsFor.Count > 1;

    /// <summary>Plans the stream of an entry point.</summary>
    /// <returns>The stream, or <see langword="null"/> where nothing can be under way when it is there.</returns>
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

        // What runs only where none of the producers does has no stream beside it.
        bool IsBeside(int stage) =>
            graph.Stages[stage].IsAsynchronous
            && !awaited.Contains(stage)
            && !awaited.Any(other => reachability.IsBefore(stage, other))
            && producers.Any(producer => !graph.Stages[stage].Excludes.Contains(producer));
    }

    // Whoever takes what is guarded waits for the guard, and so does the reader.
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
