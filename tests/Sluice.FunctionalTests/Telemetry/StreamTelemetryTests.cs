using System.Diagnostics;
using System.Runtime.CompilerServices;
using Sluice.FunctionalTests.Harness;

namespace Sluice.FunctionalTests.Telemetry;

/// <summary>The run of a stream lasts until the stream has ended in any way.</summary>
[Collection(nameof(TelemetryGroup))]
public sealed partial class StreamTelemetryTests
{
    [Fact]
    public async Task Each_enumeration_is_a_run_that_lasts_as_long()
    {
        using var spans = new RecordedSpans();
        using var metrics = new RecordedMetrics();
        using var caller = new CallerSpan();
        var stream = new Counting().StreamAsync(3);
        Assert.Empty(metrics.All);

        for (var round = 1; round <= 2; round++)
        {
            var expected = 0;
            await foreach (var number in stream)
            {
                Assert.Equal(++expected, number);
                Assert.Same(caller.Span, Activity.Current);
                Assert.Equal(round, metrics["sluice.run.active"].Count(measurement => measurement.Value > 0));
                Assert.Equal(round - 1, metrics["sluice.run.outcomes"].Count);
            }

            Assert.Equal(3, expected);
        }

        AssertEnds(spans, metrics, "succeeded", "succeeded");
        Assert.Same(caller.Span, Activity.Current);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public async Task A_stream_that_is_left_ends_its_run(int after)
    {
        using var spans = new RecordedSpans();
        using var metrics = new RecordedMetrics();
        using var caller = new CallerSpan();

        await foreach (var number in new Counting().StreamAsync(100))
        {
            if (number == after)
            {
                break;
            }
        }

        Assert.Single(spans.All, span => span.OperationName == "Counting.StreamAsync");
        Assert.Equal([1, -1], metrics["sluice.run.active"].Select(measurement => measurement.Value));
        Assert.Single(metrics["sluice.run.outcomes"]);
        Assert.Same(caller.Span, Activity.Current);
    }

    [Fact]
    public async Task A_stream_that_nobody_reads_is_no_run()
    {
        using var spans = new RecordedSpans();
        using var metrics = new RecordedMetrics();

        await using (new Counting().StreamAsync(3).GetAsyncEnumerator())
        {
            Assert.Empty(metrics.All);
        }

        Assert.Empty(spans.All);
        Assert.Empty(metrics.All);
    }

    [Fact]
    public async Task A_stream_that_fails_ends_its_run()
    {
        using var spans = new RecordedSpans();
        using var metrics = new RecordedMetrics();

        await Assert
            .ThrowsAsync<InvalidDataException>(async () =>
            {
                await foreach (var number in new Counting().StreamAsync(-2))
                {
                    Assert.InRange(number, 1, 2);
                }
            })
            .OrHang();

        AssertEnds(spans, metrics, "failed");
        Assert.Equal(ActivityStatusCode.Error, spans["Counting.StreamAsync"].Status);
    }

    [Fact]
    public async Task A_stream_that_is_cancelled_ends_its_run()
    {
        using var spans = new RecordedSpans();
        using var metrics = new RecordedMetrics();
        using var cancellation = new CancellationTokenSource();

        await Assert
            .ThrowsAnyAsync<OperationCanceledException>(async () =>
            {
                await foreach (var number in new Counting().StreamAsync(100, cancellation.Token))
                {
                    if (number == 2)
                    {
                        await cancellation.CancelAsync();
                    }
                }
            })
            .OrHang();

        AssertEnds(spans, metrics, "cancelled");
    }

    private static void AssertEnds(RecordedSpans spans, RecordedMetrics metrics, params string[] statuses)
    {
        Assert.Equal(
            statuses,
            spans
                .All.Where(span => span.OperationName == "Counting.StreamAsync")
                .Select(span => span.GetTagItem("sluice.run.status"))
        );
        Assert.Equal(
            statuses,
            metrics["sluice.run.outcomes"].Select(measurement => measurement.Tags["sluice.run.status"])
        );
        Assert.Equal(statuses.Length * 2, metrics["sluice.run.active"].Count);
        Assert.Equal(0, metrics["sluice.run.active"].Sum(measurement => measurement.Value));
    }

    /// <summary>Counts up to a number. If the number is negative, counts up to its absolute value and then fails.</summary>
    [Pipeline, Telemetry]
    public sealed partial class Counting
    {
        public partial IAsyncEnumerable<int> StreamAsync(long count, CancellationToken token = default);

        [Stage]
        private static async ValueTask<(int Last, bool Fails)> PrepareAsync(long count)
        {
            await Task.Yield();
            Assert.Equal("Prepare", Activity.Current?.OperationName);
            return ((int)Math.Abs(count), count < 0);
        }

        [Stage]
        private static async IAsyncEnumerable<int> MakeAsync(
            (int Last, bool Fails) plan,
            [EnumeratorCancellation] CancellationToken token
        )
        {
            for (var number = 1; number <= plan.Last; number++)
            {
                await Task.Yield();
                token.ThrowIfCancellationRequested();
                yield return number;
            }

            if (plan.Fails)
            {
                throw new InvalidDataException();
            }
        }
    }
}
