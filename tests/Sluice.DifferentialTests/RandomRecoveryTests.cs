using Sluice.DifferentialTests.Execution;
using Sluice.DifferentialTests.Graphs;
using Sluice.DifferentialTests.Reference;

namespace Sluice.DifferentialTests;

/// <summary>
/// Compiled pipelines with guards, compensations, clean-ups and pipelines within pipelines, in which calls fail with exceptions of
/// their own and with shared ones, against the rules of the language.
/// </summary>
public sealed class RandomRecoveryTests
{
    public static TheoryData<int> SmallBatches => Setting.Batches("RECOVERY_SMALL", 2);

    public static TheoryData<int> LargeBatches => Setting.Batches("RECOVERY_LARGE", 2);

    [Theory]
    [MemberData(nameof(SmallBatches))]
    public Task Small_graphs_recover(int batch) =>
        Campaign.CheckAsync(RandomBatch.Create(8, batch, 50, 1, 4, Dials.Recovery), Mixed);

    [Theory]
    [MemberData(nameof(LargeBatches))]
    public Task Graphs_recover(int batch) =>
        Campaign.CheckAsync(RandomBatch.Create(9, batch, 30, 4, 10, Dials.Recovery), Mixed);

    private static IEnumerable<Scenario> Mixed(EntryPointPlan plan)
    {
        var seed = Dice.Mix(plan.Pipeline.Seed, 1);
        var shared = Setting.Of("SHARED", 40);
        for (var round = 0; round < 4; round++)
        {
            seed += 1000;
            yield return new Scenario(RunMode.AtOnce, seed);
            yield return new Scenario(RunMode.AtOnce, seed + 1, 150) { SharedPercent = shared };
            yield return new Scenario(RunMode.AtOnce, seed + 2, CancelsPerMille: 100);
            foreach (var waits in new[] { 30, 100 })
            {
                seed += 10;
                yield return new Scenario(RunMode.Gated, seed + 3, WaitsPercent: waits);
                yield return new Scenario(RunMode.Gated, seed + 4, 150, WaitsPercent: waits) { SharedPercent = shared };
                yield return new Scenario(RunMode.Gated, seed + 5, 100, 100, waits) { RefusalsPercent = 60 };
                yield return new Scenario(RunMode.Free, seed + 6, 150, 50, waits);
                yield return new Scenario(RunMode.Free, seed + 7, 200, 20, waits) { Runs = 6, SharedPercent = shared };
            }
        }
    }
}
