using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace Sluice.FunctionalTests.Telemetry;

/// <summary>If a listener or an exception throws, every span still ends and has its status.</summary>
[Collection(nameof(TelemetryGroup))]
public sealed partial class ThrowingListenerTests
{
    [Theory]
    [InlineData("sluice.run.duration")]
    [InlineData("sluice.stage.duration")]
    public void A_listener_to_metrics_that_throws_takes_no_span_with_it(string instrument)
    {
        using var spans = new RecordedSpans();
        using var listener = new MeterListener
        {
            InstrumentPublished = (published, listener) =>
            {
                if (published.Name == instrument)
                {
                    listener.EnableMeasurementEvents(published);
                }
            },
        };
        listener.SetMeasurementEventCallback<double>((_, _, _, _) => throw new InvalidDataException());
        listener.Start();

        Assert.Equal(2, new Single().Run(1));

        Assert.Equal(2, spans.All.Count);
        if (instrument == "sluice.stage.duration")
        {
            Assert.Equal("completed", spans["Add"].GetTagItem("sluice.stage.status"));
        }
    }

    [Fact]
    public void An_exception_that_cannot_tell_its_message_is_an_error_all_the_same()
    {
        using var spans = new RecordedSpans();

        Assert.Throws<SilentException>(() => new Single().Run(-1));

        Assert.All(spans.All, span => Assert.Equal(ActivityStatusCode.Error, span.Status));
        Assert.Equal(2, spans.All.Count);
    }

    [Pipeline, Telemetry]
    private sealed partial class Single
    {
        public partial int Run(int number);

        [Stage]
        private static int Add(int number) => number < 0 ? throw new SilentException() : number + 1;
    }

#pragma warning disable CA1032, CA1064, CA1065 // The exception deliberately breaks the rules.
    private sealed class SilentException : Exception
    {
        public override string Message => throw new InvalidDataException();

        public override string ToString() => throw new InvalidDataException();
    }
#pragma warning restore CA1032, CA1064, CA1065
}
