#pragma warning disable CA5394 // Predictable faults are harmless.
namespace Sluice.FaultTests;

/// <summary>Random faults that follow from a seed, in a run whose stages continue at any time.</summary>
/// <param name="seed">The seed of the faults.</param>
/// <param name="rate">The share of the points at which a fault occurs.</param>
/// <param name="moved">Called at each point.</param>
internal sealed class RandomFaults(int seed, double rate, Action moved) : IFaultSource
{
    private static readonly Fault[] Faults = [.. Enum.GetValues<Fault>().Where(fault => fault != Fault.None)];

    /// <inheritdoc />
    /// <remarks>The fault at a point depends only on the seed and the point, not on the order in which stages reach their points.</remarks>
    public Fault At(int point)
    {
        moved();
        var random = new Random((seed * 7_919) + point);
        return random.NextDouble() < rate ? Faults[random.Next(Faults.Length)] : Fault.None;
    }

    public async ValueTask SuspendAsync()
    {
        if (Random.Shared.Next(3) > 0)
        {
            await Task.Yield();
        }
    }
}
