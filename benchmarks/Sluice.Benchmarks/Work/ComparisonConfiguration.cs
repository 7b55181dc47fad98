using BenchmarkDotNet.Columns;
using BenchmarkDotNet.Configs;

namespace Sluice.Benchmarks.Work;

/// <summary>
/// Adds columns for the fastest iteration and its ratio, which compare the contenders on a machine that other programs
/// use too.
/// </summary>
public sealed class ComparisonConfiguration : ManualConfig
{
    public ComparisonConfiguration() => AddColumn(StatisticColumn.Min, new FastestRatioColumn());
}
