using Sluice.FunctionalTests.Harness;

namespace Sluice.FunctionalTests.Policies;

/// <summary>The state of policies is not part of the value of a record.</summary>
public sealed partial class RecordPipelineTests
{
    [Fact]
    public async Task Records_with_policies_are_equal_by_their_values_alone()
    {
        var used = new Scaling(3);
        await used.RunAsync("four").OrHang();
        used.ScaleCircuit.Isolate();

        Assert.Equal(used, new Scaling(3));
        Assert.Equal(used.GetHashCode(), new Scaling(3).GetHashCode());
        Assert.NotEqual(used, new Scaling(4));
    }

    [Fact]
    public async Task A_copy_neither_takes_what_is_kept_of_the_original_nor_its_circuit()
    {
        var original = new Scaling(3);
        Assert.Equal(12, await original.RunAsync("four").OrHang());
        original.ScaleCircuit.Isolate();

        var copy = original with { Factor = 5 };

        Assert.Equal(20, await copy.RunAsync("four").OrHang());
        Assert.Equal(CircuitState.Closed, copy.ScaleCircuit.State);
        Assert.Equal(12, await original.RunAsync("four").OrHang());
    }

    [Pipeline]
    public sealed partial record class Scaling(int Factor)
    {
        public partial ValueTask<int> RunAsync(string text);

        [Stage, Cached("00:05:00"), CircuitBreaker(5, "00:00:30")]
        private int Scale(string text) => Factor * text.Length;
    }
}
