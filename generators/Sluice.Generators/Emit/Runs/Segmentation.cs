using Sluice.Compiler.Plan;

namespace Sluice.Generators.Emit;

/// <summary>Cuts a list of stages into the segments that the plan asks for.</summary>
internal static class Segmentation
{
    /// <summary>The segments in order. There is at least one.</summary>
    public static IReadOnlyList<IReadOnlyList<int>> Of(IReadOnlyList<int> places)
    {
        var segments = new List<IReadOnlyList<int>>();
        for (var start = 0; start == 0 || start < places.Count; start += ExecutionPlan.StagesPerSegment)
        {
            segments.Add([.. places.Skip(start).Take(ExecutionPlan.StagesPerSegment)]);
        }

        return segments;
    }
}
