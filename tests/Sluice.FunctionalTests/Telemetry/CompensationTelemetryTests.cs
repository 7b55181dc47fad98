using System.Collections.Concurrent;
using System.Diagnostics;
using System.Diagnostics.Metrics;
using Sluice.FunctionalTests.Values;

namespace Sluice.FunctionalTests.Telemetry;

/// <summary>The spans and metrics of compensations, for every lowering.</summary>
[Collection(nameof(TelemetryGroup))]
public sealed partial class CompensationTelemetryTests
{
    private static readonly InvalidDataException Failure = new("the run's");
    private static readonly InvalidOperationException UndoFailure = new("the compensation's");

    public enum Form
    {
        Straight,
        Sequential,
        Concurrent,
        Streamed,
        Observed,
    }

    public static TheoryData<Form> Forms() => [.. Enum.GetValues<Form>()];

    [Theory]
    [MemberData(nameof(Forms))]
    public async Task Each_has_a_span_inside_that_of_the_run_and_is_the_current_one(Form form)
    {
        using var spans = new RecordedSpans();
        using var caller = new CallerSpan();
        var undoing = new Undoing();

        await RunAsync(form, undoing);

        var (whole, reserve, charge) = (RunOf(spans), spans["compensate Reserve"], spans["compensate Charge"]);
        Assert.All([reserve, charge], span => Assert.Same(whole, span.Parent));
        Assert.Equal(["compensate Charge", "compensate Reserve"], undoing.Current.Order(StringComparer.Ordinal));
        Assert.Same(caller.Span, Activity.Current);
        Assert.Equal(whole, spans.All[^1]);
        foreach (var (span, stage, status) in new[] { (reserve, "Reserve", "failed"), (charge, "Charge", "completed") })
        {
            Assert.Equal(ActivityKind.Internal, span.Kind);
            Assert.Equal(stage, span.GetTagItem("sluice.stage"));
            Assert.Equal(status, span.GetTagItem("sluice.compensation.status"));
            Assert.Equal(1, span.GetTagItem("sluice.stage.attempt"));
            Assert.Equal(whole.GetTagItem("sluice.pipeline"), span.GetTagItem("sluice.pipeline"));
            Assert.Equal(whole.GetTagItem("sluice.entry_point"), span.GetTagItem("sluice.entry_point"));
        }

        Assert.Equal((ActivityStatusCode.Unset, null), (charge.Status, charge.GetTagItem("error.type")));
        Assert.Equal((ActivityStatusCode.Error, UndoFailure.Message), (reserve.Status, reserve.StatusDescription));
        Assert.Equal(typeof(InvalidOperationException).FullName, reserve.GetTagItem("error.type"));
        Assert.Equal("exception", Assert.Single(reserve.Events).Name);
        Assert.Empty(charge.Events);
    }

    [Theory]
    [MemberData(nameof(Forms))]
    public async Task A_failure_of_one_leaves_the_record_of_the_runs_as_it_is(Form form)
    {
        using var spans = new RecordedSpans();

        await RunAsync(form, new Undoing());

        Assert.Equal(
            (ActivityStatusCode.Error, Failure.Message),
            (RunOf(spans).Status, RunOf(spans).StatusDescription)
        );
        Assert.Single(
            spans.All.SelectMany(span => span.Events),
            told =>
                told.Name == "exception"
                && Equals(
                    told.Tags.Single(tag => tag.Key == "exception.type").Value,
                    typeof(InvalidDataException).FullName
                )
        );
    }

    [Theory]
    [MemberData(nameof(Forms))]
    public async Task Each_is_counted_by_how_it_ended(Form form)
    {
        using var metrics = new RecordedMetrics(instrument => instrument.Name == "sluice.compensation.outcomes");

        await RunAsync(form, new Undoing());

        Assert.Equal(
            ["Charge completed ", "Reserve failed System.InvalidOperationException"],
            metrics
                .All.Select(one =>
                {
                    Assert.Equal(1, one.Value);
                    Assert.EndsWith(form.ToString(), (string)one.Tags["sluice.pipeline"]!, StringComparison.Ordinal);
                    return $"{one.Tags["sluice.stage"]} {one.Tags["sluice.compensation.status"]} {one.Tags.GetValueOrDefault("error.type")}";
                })
                .Order(StringComparer.Ordinal)
        );
    }

    [Fact]
    public async Task A_listener_that_throws_at_the_count_takes_no_span_with_it_and_all_are_undone()
    {
        using var spans = new RecordedSpans();
        using var listener = new MeterListener
        {
            InstrumentPublished = (published, listener) =>
            {
                if (published.Name == "sluice.compensation.outcomes")
                {
                    listener.EnableMeasurementEvents(published);
                }
            },
        };
        listener.SetMeasurementEventCallback<long>((_, _, _, _) => throw new InvalidTimeZoneException());
        listener.Start();
        var undoing = new Undoing();

        await RunAsync(Form.Straight, undoing);

        Assert.Equal(2, undoing.Current.Count);
        Assert.Equal("completed", spans["compensate Charge"].GetTagItem("sluice.compensation.status"));
        Assert.DoesNotContain(spans.All, span => span.OperationName == "compensate Reserve");
    }

    [Fact]
    public async Task Where_spans_are_only_passed_on_there_is_none()
    {
        using var spans = new RecordedSpans(ActivitySamplingResult.PropagationData);
        var undoing = new Undoing();

        await RunAsync(Form.Sequential, undoing);

        Assert.Single(spans.All);
        Assert.All(undoing.Current, current => Assert.Equal(spans.All[0].OperationName, current));
    }

    private static async Task RunAsync(Form form, Undoing undoing)
    {
        var thrown = await Assert.ThrowsAsync<InvalidDataException>(async () =>
        {
            switch (form)
            {
                case Form.Straight:
                    new Straight(undoing).Run();
                    break;
                case Form.Sequential:
                    await new Sequential(undoing).RunAsync();
                    break;
                case Form.Concurrent:
                    await new Concurrent(undoing).RunAsync();
                    break;
                case Form.Observed:
                    await new Observed(undoing).RunAsync(new RecordedEvents().Observer);
                    break;
                default:
                    await foreach (var third in new Streamed(undoing).StreamAsync())
                    {
                        Assert.Fail($"{third}");
                    }

                    break;
            }
        });

        Assert.Same(Failure, thrown);
    }

    private static Activity RunOf(RecordedSpans spans) =>
        Assert.Single(spans.All, span => span.GetTagItem("sluice.run.status") is not null);

    /// <summary>The code of the compensations, and the spans in which it ran.</summary>
    private sealed class Undoing
    {
        public ConcurrentQueue<string?> Current { get; } = new();

        public void Release()
        {
            Refund();
            throw UndoFailure;
        }

        public void Refund() => Current.Enqueue(Activity.Current?.OperationName);
    }

    [Pipeline, Telemetry]
    private sealed partial class Straight(Undoing undoing)
    {
        public partial Third Run();

        [Stage, Compensate(nameof(Release))]
        private static First Reserve() => new(1);

        [Stage, Compensate(nameof(Refund))]
        private static Second Charge(First first) => new(first.Number);

        [Stage]
        private static Third Close(Second second) => second.Number < 0 ? default : throw Failure;

        private void Release() => undoing.Release();

        private void Refund() => undoing.Refund();
    }

    [Pipeline, Telemetry]
    private sealed partial class Sequential(Undoing undoing)
    {
        public partial ValueTask<Third> RunAsync();

        [Stage, Compensate(nameof(ReleaseAsync))]
        private static async ValueTask<First> ReserveAsync()
        {
            await Task.Yield();
            return new First(1);
        }

        [Stage, Compensate(nameof(Refund))]
        private static Second Charge(First first) => new(first.Number);

        [Stage]
        private static Third Close(Second second) => second.Number < 0 ? default : throw Failure;

        private async ValueTask ReleaseAsync()
        {
            await Task.Yield();
            undoing.Release();
        }

        private void Refund() => undoing.Refund();
    }

    [Pipeline, Telemetry]
    private sealed partial class Concurrent(Undoing undoing)
    {
        public partial ValueTask<Third> RunAsync();

        [Stage, Compensate(nameof(ReleaseAsync))]
        private static async ValueTask<First> ReserveAsync()
        {
            await Task.Yield();
            return new First(1);
        }

        [Stage, Compensate(nameof(RefundAsync))]
        private static async ValueTask<Second> ChargeAsync()
        {
            await Task.Yield();
            return new Second(1);
        }

        [Stage]
        private static Third Close(First first, Second second) =>
            first.Number + second.Number < 0 ? default : throw Failure;

        private async ValueTask ReleaseAsync()
        {
            await Task.Yield();
            undoing.Release();
        }

        private async Task RefundAsync()
        {
            undoing.Refund();
            await Task.Yield();
        }
    }

    [Pipeline, Telemetry]
    private sealed partial class Observed(Undoing undoing)
    {
        public partial ValueTask<Third> RunAsync<TObserver>(TObserver observer)
            where TObserver : struct, IRunObserver;

        [Stage, Compensate(nameof(Release))]
        private static First Reserve() => new(1);

        [Stage, Compensate(nameof(RefundAsync))]
        private static Second Charge(First first) => new(first.Number);

        [Stage]
        private static async ValueTask<Third> CloseAsync(Second second)
        {
            await Task.Yield();
            return second.Number < 0 ? default : throw Failure;
        }

        private void Release() => undoing.Release();

        private async Task RefundAsync()
        {
            await Task.Yield();
            undoing.Refund();
        }
    }

    [Pipeline, Telemetry]
    private sealed partial class Streamed(Undoing undoing)
    {
        public partial IAsyncEnumerable<Third> StreamAsync();

        [Stage, Compensate(nameof(Release))]
        private static First Reserve() => new(1);

        [Stage, Compensate(nameof(RefundAsync))]
        private static Second Charge(First first) => new(first.Number);

        [Stage]
        private static async IAsyncEnumerable<Third> CloseAsync(Second second)
        {
            await Task.Yield();
            yield return second.Number < 0 ? default : throw Failure;
        }

        private void Release() => undoing.Release();

        private async Task RefundAsync()
        {
            await Task.Yield();
            undoing.Refund();
        }
    }
}
