using BenchmarkDotNet.Columns;
using BenchmarkDotNet.Configs;

namespace Sluice.Benchmarks.Work;

/// <summary>Adds to the tables what tells the contenders apart on a machine that others use too.</summary>
public sealed class ComparisonConfiguration : ManualConfig
{
    public ComparisonConfiguration() => AddColumn(StatisticColumn.Min, new FastestRatioColumn());
}
