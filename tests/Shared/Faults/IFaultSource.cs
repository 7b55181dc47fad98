namespace Sluice.Tests.Shared.Faults;

/// <summary>Decides what goes wrong in a run, and at what pace it goes on.</summary>
public interface IFaultSource
{
    /// <summary>What goes wrong at a point.</summary>
    /// <param name="point">The number of the point, from 0, in the order in which the run comes to them.</param>
    Fault At(int point);

    /// <summary>What a stage waits for before it goes on.</summary>
    ValueTask SuspendAsync();
}
