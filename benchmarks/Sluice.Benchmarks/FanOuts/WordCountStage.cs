using Sluice.CompilerServices.Elements;

namespace Sluice.Benchmarks.FanOuts;

/// <summary>The stage in the form that emitted code has.</summary>
internal readonly struct WordCountStage : IElementStage<string, int>
{
    public ValueTask<int> RunAsync(string item, CancellationToken token) => WordCount.OfAsync(item, token);
}
