using Sluice.Tests.Shared.Faults;

namespace Sluice.Benchmarks.Soak;

/// <summary>Something goes wrong at one point of a hundred, by a seed.</summary>
/// <param name="seed">The seed.</param>
#pragma warning disable CA5394 // Nobody guesses faults.
internal sealed class RareFaults(int seed) : IFaultSource
{
    private const double Rate = 0.01;

    // What only ends with a limit of time would take the runs that have none with it.
    private static readonly Fault[] Faults =
    [
        .. Enum.GetValues<Fault>().Where(fault => fault is not (Fault.None or Fault.Hang)),
    ];

    public Fault At(int point)
    {
        var random = new Random(HashCode.Combine(seed, point));
        return random.NextDouble() < Rate ? Faults[random.Next(Faults.Length)] : Fault.None;
    }

    public async ValueTask SuspendAsync() => await Task.Yield();
}
#pragma warning restore CA5394
