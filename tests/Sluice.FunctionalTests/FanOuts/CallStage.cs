using Sluice.CompilerServices.Elements;

namespace Sluice.FunctionalTests.FanOuts;

/// <summary>A stage for elements that calls a delegate.</summary>
internal readonly struct CallStage<TReturned>(Func<int, CancellationToken, ValueTask<TReturned>> call)
    : IElementStage<int, TReturned>
{
    public ValueTask<TReturned> RunAsync(int item, CancellationToken token) => call(item, token);
}
