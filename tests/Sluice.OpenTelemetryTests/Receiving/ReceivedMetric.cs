namespace Sluice.OpenTelemetryTests.Receiving;

/// <summary>A received metric.</summary>
internal sealed class ReceivedMetric(ProtobufMessage metric)
{
    private const int SumField = 7;
    private const int HistogramField = 9;

    public string Name => metric.Text(1);

    public string Description => metric.Text(2);

    public string Unit => metric.Text(3);

    /// <summary>Whether the metric is a monotonic sum.</summary>
    public bool IsMonotonicSum => metric.Messages(SumField).Any(sum => sum.Number(3) != 0);

    /// <summary>The sums by their attributes.</summary>
    public IReadOnlyDictionary<string, long> Sums =>
        metric
            .Messages(SumField)
            .SelectMany(sum => sum.Messages(1))
            .ToDictionary(point => ReceivedAttributes.Line(ReceivedAttributes.In(point, 7)), point => point.Number(6));

    /// <summary>
    /// The histograms by their attributes: the number of measurements, their sum in seconds, and the bounds of the buckets.
    /// </summary>
    public IReadOnlyDictionary<string, (long Count, double Sum, IReadOnlyList<double> Bounds)> Histograms =>
        metric
            .Messages(HistogramField)
            .SelectMany(histogram => histogram.Messages(1))
            .ToDictionary(
                point => ReceivedAttributes.Line(ReceivedAttributes.In(point, 9)),
                point =>
                    (
                        point.Number(4),
                        point.Double(5),
                        (IReadOnlyList<double>)[.. point.PackedNumbers(7).Select(BitConverter.Int64BitsToDouble)]
                    )
            );
}
