using Sluice.CompilerServices.Elements;

namespace Sluice.FunctionalTests.FanOuts;

/// <summary>A synchronous effect for elements that calls a delegate.</summary>
internal readonly struct SynchronousCallEffect(Action<int, CancellationToken> call) : ISynchronousElementEffect<int>
{
    public void Run(int item, CancellationToken token) => call(item, token);
}
