using Sluice.CompilerServices.Elements;

namespace Sluice.FunctionalTests.FanOuts;

/// <summary>A synchronous stage for elements that calls a delegate.</summary>
internal readonly struct SynchronousCallStage<TReturned>(Func<int, CancellationToken, TReturned> call)
    : ISynchronousElementStage<int, TReturned>
{
    public TReturned Run(int item, CancellationToken token) => call(item, token);
}
