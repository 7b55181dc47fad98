namespace Sluice.FunctionalTests.Allocation;

/// <summary>The input of a run: what its asynchronous stages wait for, if they wait.</summary>
/// <param name="waits">Whether they wait.</param>
public sealed class Gates(bool waits)
{
    public bool Waits => waits;

    public ManualGate<Root> Root { get; } = new();

    public ManualGate<Left> Left { get; } = new();

    public ManualGate<Right> Right { get; } = new();
}
