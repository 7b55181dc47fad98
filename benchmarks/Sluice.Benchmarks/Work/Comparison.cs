using BenchmarkDotNet.Attributes;

namespace Sluice.Benchmarks.Work;

/// <summary>
/// The base class of all comparisons. Sluice is the baseline, so the column <c>Ratio</c> shows the time of each
/// contender relative to Sluice. An operation is one run. Runs follow one another in an asynchronous loop, so no thread
/// blocks.
/// </summary>
[MemoryDiagnoser]
[Config(typeof(ComparisonConfiguration))]
[HideColumns("Error", "StdDev", "Median", "RatioSD", "Gen0", "Gen1", "Gen2", "Alloc Ratio")]
public abstract class Comparison
{
    /// <summary>The number of runs per call of a benchmark method.</summary>
    public const int Runs = 1000;

    /// <summary>Whether stages complete on another thread instead of immediately.</summary>
    [Params(false, true)]
    public bool Yields { get; set; }
}
