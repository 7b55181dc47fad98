using System.Globalization;
using BenchmarkDotNet.Columns;
using BenchmarkDotNet.Reports;
using BenchmarkDotNet.Running;

namespace Sluice.Benchmarks.Work;

/// <summary>
/// Shows the fastest iteration of a benchmark relative to the fastest iteration of the baseline. On a shared machine
/// the fastest iteration is disturbed least, while the mean mostly reflects the other programs.
/// </summary>
public sealed class FastestRatioColumn : IColumn
{
    public string Id => nameof(FastestRatioColumn);

    public string ColumnName => "Fastest ÷ Sluice";

    public string Legend => "Fastest iteration, divided by the fastest iteration of Sluice";

    public bool AlwaysShow => true;

    public ColumnCategory Category => ColumnCategory.Custom;

    public int PriorityInCategory => 0;

    public bool IsNumeric => true;

    public UnitType UnitType => UnitType.Dimensionless;

    public string GetValue(Summary summary, BenchmarkCase benchmarkCase)
    {
        ArgumentNullException.ThrowIfNull(summary);
        ArgumentNullException.ThrowIfNull(benchmarkCase);
        var baseline = summary.BenchmarksCases.FirstOrDefault(candidate =>
            candidate.Descriptor.Baseline
            && candidate.Descriptor.Type == benchmarkCase.Descriptor.Type
            && candidate.Parameters.DisplayInfo == benchmarkCase.Parameters.DisplayInfo
        );
        return Fastest(summary, benchmarkCase) is { } own && Fastest(summary, baseline) is { } other
            ? (own / other).ToString("F2", CultureInfo.InvariantCulture)
            : "?";
    }

    public string GetValue(Summary summary, BenchmarkCase benchmarkCase, SummaryStyle style) =>
        GetValue(summary, benchmarkCase);

    public bool IsDefault(Summary summary, BenchmarkCase benchmarkCase) => false;

    public bool IsAvailable(Summary summary) => true;

    private static double? Fastest(Summary summary, BenchmarkCase? benchmarkCase) =>
        benchmarkCase is null ? null : summary[benchmarkCase]?.ResultStatistics?.Min;
}
