namespace Sluice.FunctionalTests.Allocation;

/// <summary>Opens the gates of a run on the thread pool, one after the other.</summary>
/// <param name="gates">The gates.</param>
internal sealed class GateOpener(Gates gates) : IThreadPoolWorkItem
{
    public void Execute()
    {
        gates.Root.Open(new Root(1));
        gates.Left.Open(new Left(2));
        gates.Right.Open(new Right(3));
    }
}
