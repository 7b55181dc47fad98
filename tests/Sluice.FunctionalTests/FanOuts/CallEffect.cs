using Sluice.CompilerServices.Elements;

namespace Sluice.FunctionalTests.FanOuts;

/// <summary>An effect of elements that a test makes up.</summary>
internal readonly struct CallEffect(Func<int, CancellationToken, ValueTask> call) : IElementEffect<int>
{
    public ValueTask RunAsync(int item, CancellationToken token) => call(item, token);
}
