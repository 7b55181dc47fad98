using Sluice.CompilerServices.Elements;

namespace Sluice.FunctionalTests.FanOuts;

/// <summary>A stage of elements without a task that a test makes up.</summary>
internal readonly struct SynchronousCallStage<TReturned>(Func<int, CancellationToken, TReturned> call)
    : ISynchronousElementStage<int, TReturned>
{
    public TReturned Run(int item, CancellationToken token) => call(item, token);
}
