namespace Sluice.FunctionalTests.Allocation;

/// <summary>The input of a run: gates for which its asynchronous stages optionally wait.</summary>
/// <param name="waits">Whether the stages wait.</param>
public sealed class Gates(bool waits)
{
    public bool Waits => waits;

    public ManualGate<Root> Root { get; } = new();

    public ManualGate<Left> Left { get; } = new();

    public ManualGate<Right> Right { get; } = new();
}
