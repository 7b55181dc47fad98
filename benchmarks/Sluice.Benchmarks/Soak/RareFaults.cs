using Sluice.Tests.Shared.Faults;

namespace Sluice.Benchmarks.Soak;

/// <summary>Injects a fault at one of a hundred points, selected by a seed.</summary>
/// <param name="seed">The seed.</param>
#pragma warning disable CA5394 // The values are not used for security.
internal sealed class RareFaults(int seed) : IFaultSource
{
    private const double Rate = 0.01;

    // Faults that only a timeout ends are left out, because not all runs have a timeout.
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
