#pragma warning disable CA5394 // Nobody guesses faults.
namespace Sluice.FaultTests;

/// <summary>Faults here and there, by a seed, of a run that goes on whenever it likes.</summary>
/// <param name="seed">What the faults depend on.</param>
/// <param name="rate">The part of the points where something goes wrong.</param>
/// <param name="moved">Is called at each point.</param>
internal sealed class RandomFaults(int seed, double rate, Action moved) : IFaultSource
{
    private static readonly Fault[] Faults = [.. Enum.GetValues<Fault>().Where(fault => fault != Fault.None)];

    /// <inheritdoc />
    /// <remarks>What happens at a point depends on the seed and the point alone, whatever the order in which stages come to theirs.</remarks>
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
