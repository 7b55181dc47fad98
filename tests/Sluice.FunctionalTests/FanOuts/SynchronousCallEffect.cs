using Sluice.CompilerServices.Elements;

namespace Sluice.FunctionalTests.FanOuts;

/// <summary>An effect of elements without a task that a test makes up.</summary>
internal readonly struct SynchronousCallEffect(Action<int, CancellationToken> call) : ISynchronousElementEffect<int>
{
    public void Run(int item, CancellationToken token) => call(item, token);
}
