using Sluice.CompilerServices.Elements;

namespace Sluice.FunctionalTests.FanOuts;

/// <summary>An effect for elements that calls a delegate.</summary>
internal readonly struct CallEffect(Func<int, CancellationToken, ValueTask> call) : IElementEffect<int>
{
    public ValueTask RunAsync(int item, CancellationToken token) => call(item, token);
}
