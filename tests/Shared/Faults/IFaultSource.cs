namespace Sluice.Tests.Shared.Faults;

/// <summary>Decides which faults occur in a run, and when its stages continue.</summary>
public interface IFaultSource
{
    /// <summary>The fault at a point.</summary>
    /// <param name="point">The number of the point, from 0, in the order in which the run reaches its points.</param>
    Fault At(int point);

    /// <summary>A task that a stage awaits before it continues.</summary>
    ValueTask SuspendAsync();
}
