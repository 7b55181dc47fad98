using Sluice.DifferentialTests.Execution;
using Sluice.DifferentialTests.Graphs;
using Sluice.DifferentialTests.Recovery.Execution;
using Sluice.DifferentialTests.Recovery.Shapes;

namespace Sluice.DifferentialTests.Recovery;

/// <summary>
/// Compiled pipelines with guards, compensations, clean-ups and pipelines within pipelines, in which calls fail with exceptions of
/// their own and with shared ones, against the rules of the language.
/// </summary>
public sealed class RandomRecoveryTests
{
    public static TheoryData<int> SmallBatches => [.. Enumerable.Range(0, Setting("SLUICE_RECOVERY_SMALL", 2))];

    public static TheoryData<int> LargeBatches => [.. Enumerable.Range(1000, Setting("SLUICE_RECOVERY_LARGE", 2))];

    [Theory]
    [MemberData(nameof(SmallBatches))]
    public Task Small_graphs_recover(int batch) =>
        RecoveryCampaign.CheckAsync(Create(batch, 1, 4, 50), Mixed, (ulong)batch);

    [Theory]
    [MemberData(nameof(LargeBatches))]
    public Task Graphs_recover(int batch) => RecoveryCampaign.CheckAsync(Create(batch, 4, 10, 30), Mixed, (ulong)batch);

    private static int Setting(string variable, int usual) =>
        int.TryParse(Environment.GetEnvironmentVariable(variable), out var count) ? count : usual;

    private static RecoveryPipeline[] Create(int batch, int smallest, int largest, int count) =>
        [
            .. Enumerable
                .Range(0, count)
                .Select(index => RandomRecovery.Create(Dice.Mix((ulong)batch + 9000, (ulong)index), smallest, largest)),
        ];

    private static IEnumerable<RecoveryScenario> Mixed(RecoveryPipeline pipeline, ulong batch)
    {
        var seed = Dice.Mix(Dice.Mix(batch, (ulong)pipeline.Stages.Count), (ulong)pipeline.Output);
        var shared = Setting("SLUICE_RECOVERY_SHARED", 40);
        for (var round = 0; round < 4; round++)
        {
            seed += 1000;
            yield return new RecoveryScenario(RunMode.AtOnce, seed);
            yield return new RecoveryScenario(RunMode.AtOnce, seed + 1, FaultsPerMille: 150, SharedPercent: shared);
            yield return new RecoveryScenario(RunMode.AtOnce, seed + 2, CancelsPerMille: 100);
            foreach (var waits in new[] { 30, 100 })
            {
                seed += 10;
                yield return new RecoveryScenario(RunMode.Gated, seed + 3, WaitsPercent: waits);
                yield return new RecoveryScenario(
                    RunMode.Gated,
                    seed + 4,
                    150,
                    WaitsPercent: waits,
                    SharedPercent: shared
                );
                yield return new RecoveryScenario(RunMode.Gated, seed + 5, 100, 60, 100, waits);
                yield return new RecoveryScenario(RunMode.Free, seed + 6, 150, 40, 50, waits);
                yield return new RecoveryScenario(
                    RunMode.Free,
                    seed + 7,
                    200,
                    40,
                    20,
                    waits,
                    Trials: 6,
                    SharedPercent: shared
                );
            }
        }
    }
}
