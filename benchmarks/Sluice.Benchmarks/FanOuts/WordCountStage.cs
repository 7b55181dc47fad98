using Sluice.CompilerServices.Elements;

namespace Sluice.Benchmarks.FanOuts;

/// <summary>The stage as emitted code would write it.</summary>
internal readonly struct WordCountStage : IElementStage<string, int>
{
    public ValueTask<int> RunAsync(string item, CancellationToken token) => WordCount.OfAsync(item, token);
}
