using Sluice.DifferentialTests.Graphs;
using Sluice.DifferentialTests.Probing;

namespace Sluice.DifferentialTests.Execution;

/// <summary>
/// Decides how every stage behaves in a run. A stage's behaviour depends on its id and on nothing else, so that a scenario
/// stays what it is while a pipeline shrinks.
/// </summary>
/// <param name="Mode">How freely stages behave.</param>
/// <param name="Seed">What behaviours are derived from.</param>
/// <param name="FaultsPerMille">How likely a stage is to fail.</param>
/// <param name="CancelsPerMille">How likely the caller is to cancel while a stage starts.</param>
/// <param name="WaitsPercent">How likely an asynchronous stage is not to complete at once.</param>
/// <param name="Special">The id of one stage that behaves otherwise, or -1.</param>
/// <param name="SpecialBehaviour">How it behaves.</param>
internal sealed record Scenario(
    RunMode Mode,
    ulong Seed,
    int FaultsPerMille = 0,
    int CancelsPerMille = 0,
    int WaitsPercent = 50,
    int Special = -1,
    Behaviour SpecialBehaviour = default
)
{
    private static readonly Timing[] _atOnce = [Timing.AtOnce, Timing.AtOnce, Timing.AtOnceFromSource];
    private static readonly Timing[] _gated = [Timing.TaskGate, Timing.SourceGate];
    private static readonly Timing[] _free = Enum.GetValues<Timing>();

    public Behaviour Of(int stage)
    {
        if (stage == Special)
        {
            return SpecialBehaviour;
        }

        var dice = new Dice(Dice.Mix(Seed, (ulong)stage));
        var timings =
            Mode == RunMode.AtOnce || !dice.Chance(WaitsPercent) ? _atOnce
            : Mode == RunMode.Gated ? _gated
            : _free;
        return new Behaviour(
            dice.Pick(timings),
            dice.Below(1000) < FaultsPerMille ? dice.Pick([Fault.Thrown, Fault.InTask]) : Fault.None,
            dice.Chance(25),
            dice.Chance(50),
            dice.Below(1000) < CancelsPerMille,
            Mode == RunMode.Free && dice.Chance(10)
        );
    }
}
