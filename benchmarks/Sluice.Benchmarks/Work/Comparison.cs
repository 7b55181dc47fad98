using BenchmarkDotNet.Attributes;

namespace Sluice.Benchmarks.Work;

/// <summary>
/// What all comparisons share. Sluice is the baseline, so that the column <c>Ratio</c> says how many times its time each of the
/// others takes. An operation is one run; runs follow each other in an asynchronous loop, so that nothing blocks.
/// </summary>
[MemoryDiagnoser]
[Config(typeof(ComparisonConfiguration))]
[HideColumns("Error", "StdDev", "Median", "RatioSD", "Gen0", "Gen1", "Gen2", "Alloc Ratio")]
public abstract class Comparison
{
    /// <summary>How many runs a call of a benchmark's method makes.</summary>
    public const int Runs = 1000;

    /// <summary>Whether stages complete on another thread rather than at once.</summary>
    [Params(false, true)]
    public bool Yields { get; set; }
}
