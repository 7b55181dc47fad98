using Sluice.FunctionalTests.Harness;

namespace Sluice.FunctionalTests.Allocation;

/// <summary>In the steady state the framework does not allocate for a run with a loop, nor for its rounds.</summary>
[Collection(nameof(AllocationGroup))]
public sealed class LoopAllocationTests
{
    private readonly LoopPipeline _pipeline = new();
    private double _sum;

    [Fact]
    public void Rounds_of_a_straight_line_take_no_memory() =>
        Check("Run", Lowering.StraightLine, () => _sum += _pipeline.Run(1));

    [Fact]
    public void Rounds_of_a_sequence_take_no_memory() =>
        Check(
            "RunInSequenceAsync",
            Lowering.Sequential,
            () => _sum += Taken.From(_pipeline.RunInSequenceAsync(1)).Length
        );

    [Fact]
    public void Rounds_with_overlapping_stages_take_no_memory() =>
        Check("RunBothAsync", Lowering.Concurrent, () => _sum += Taken.From(_pipeline.RunBothAsync(1)));

    private static void Check(string entryPoint, Lowering lowering, Action run)
    {
        Assert.Equal(lowering, LoopPipeline.Graph.EntryPoints.Single(entry => entry.Name == entryPoint).Lowering);
        Assert.Equal(0, Allocations.OnThisThread(run));
    }
}
