using System.Diagnostics;
using Sluice.FunctionalTests.Harness;
using Sluice.FunctionalTests.Policies;

namespace Sluice.FunctionalTests.Telemetry;

/// <summary>The spans and metrics of policies, branches, and stages that run for each element.</summary>
[Collection(nameof(TelemetryGroup))]
public sealed partial class PolicyTelemetryTests
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Attempts_are_counted_and_told_in_the_span_of_their_stage(bool isSynchronous)
    {
        using var spans = new RecordedSpans();
        using var metrics = new RecordedMetrics();
        var behaviour = Behaviour.FailingFirst(2);
        var result = isSynchronous
            ? new Retried(behaviour).Run(1)
            : await new Retried(behaviour).RunAsync("one").OrHang();

        Assert.Equal(3, result);
        var stage = spans[isSynchronous ? "Call" : "Fetch"];
        Assert.Equal("completed", stage.GetTagItem("sluice.stage.status"));
        Assert.Equal(3, stage.GetTagItem("sluice.stage.attempts"));
        Assert.Equal(ActivityStatusCode.Unset, stage.Status);
        Assert.Equal(
            ["1 call 1", "2 call 2"],
            stage.Events.Select(retry =>
            {
                Assert.Equal("sluice.stage.retrying", retry.Name);
                var tags = retry.Tags.ToDictionary();
                return $"{tags["sluice.stage.attempt"]} {tags["exception.message"]}";
            })
        );
        Assert.Equal([1, 1], metrics["sluice.stage.retries"].Select(measurement => measurement.Value));
        Assert.Equal(stage.OperationName, metrics["sluice.stage.retries"][0].Tags["sluice.stage"]);
        Assert.Single(metrics["sluice.stage.outcomes"]);
        AssertNoneActive(metrics);
    }

    [Fact]
    public async Task When_all_attempts_fail_the_last_failure_is_that_of_the_span()
    {
        using var spans = new RecordedSpans();
        using var metrics = new RecordedMetrics();

        var thrown = await Assert
            .ThrowsAsync<InvalidDataException>(() => new Retried(Behaviour.FailingFirst(9)).RunAsync("one").AsTask())
            .OrHang();

        var stage = spans["Fetch"];
        Assert.Equal(3, stage.GetTagItem("sluice.stage.attempts"));
        Assert.Equal(
            ["sluice.stage.retrying", "sluice.stage.retrying", "exception"],
            stage.Events.Select(happened => happened.Name)
        );
        Assert.Equal((ActivityStatusCode.Error, thrown.Message), (stage.Status, stage.StatusDescription));
        Assert.Equal(2, metrics["sluice.stage.retries"].Count);
        AssertNoneActive(metrics);
    }

    [Fact]
    public async Task A_stage_that_takes_too_long_fails_with_a_timeout()
    {
        using var spans = new RecordedSpans();
        using var metrics = new RecordedMetrics();
        var clock = new ManualTimeProvider();
        var gate = new Gate();
        var task = new Limited().RunAsync(gate, new RunContext { TimeProvider = clock }).AsTask();

        clock.Advance(TimeSpan.FromSeconds(2));
        await Assert.ThrowsAsync<TimeoutException>(() => task).OrHang();

        var stage = spans["Wait"];
        Assert.Equal("System.TimeoutException", stage.GetTagItem("error.type"));
        Assert.Equal(TimeSpan.FromSeconds(2), stage.Duration);
        Assert.Equal("System.TimeoutException", Assert.Single(metrics["sluice.run.outcomes"]).Tags["error.type"]);
        AssertNoneActive(metrics);
    }

    [Fact]
    public void A_stage_whose_fallback_takes_its_place_has_succeeded()
    {
        using var spans = new RecordedSpans();
        using var metrics = new RecordedMetrics();

        Assert.Equal(-1, new Replaced().Run(1));

        var stage = spans["Call"];
        Assert.Equal("completed", stage.GetTagItem("sluice.stage.status"));
        Assert.Equal(ActivityStatusCode.Unset, stage.Status);
        Assert.Equal("completed", Assert.Single(metrics["sluice.stage.outcomes"]).Tags["sluice.stage.status"]);
    }

    [Fact]
    public void A_stage_that_is_skipped_has_no_span_and_is_counted()
    {
        using var spans = new RecordedSpans();
        using var metrics = new RecordedMetrics();

        Assert.Null(new Conditional().Run(1));

        var whole = spans["Conditional.Run"];
        Assert.Equal(["IsLarge", "Conditional.Run"], spans.All.Select(span => span.OperationName));
        var skip = Assert.Single(whole.Events);
        Assert.Equal("sluice.stage.skipped", skip.Name);
        var tags = skip.Tags.ToDictionary();
        Assert.Equal("Describe", tags["sluice.stage"]);
        Assert.NotEmpty(Assert.IsType<string>(tags["sluice.skip.reason"]));
        Assert.Equal(["IsLarge completed", "Describe skipped"], metrics["sluice.stage.outcomes"].Select(Describe));
        Assert.Equal("IsLarge", Assert.Single(metrics["sluice.stage.duration"]).Tags["sluice.stage"]);
    }

    [Fact]
    public async Task A_stage_that_runs_for_each_element_has_one_span_in_which_all_are()
    {
        using var spans = new RecordedSpans();
        using var metrics = new RecordedMetrics();

        Assert.Equal(9, await new Measuring().RunAsync(["one", "two", "six"]).OrHang());

        Assert.Equal(["Measure", "Sum", "Measuring.RunAsync"], spans.All.Select(span => span.OperationName));
        var stage = spans["Measure"];
        Assert.Equal(4, stage.GetTagItem("sluice.stage.attempts"));
        Assert.Equal(3, stage.Events.Count());
        Assert.Equal(3, metrics["sluice.stage.retries"].Count);
        Assert.Equal(["Measure completed", "Sum completed"], metrics["sluice.stage.outcomes"].Select(Describe));
    }

    [Theory]
    [InlineData(3)]
    [InlineData(9)]
    public void Each_round_that_a_guard_asks_for_has_spans_of_its_own(int passesAt)
    {
        using var spans = new RecordedSpans();
        using var metrics = new RecordedMetrics();

        if (passesAt > 3)
        {
            Assert.Throws<GuardFailedException>(() => new Guarded(passesAt).Run("page"));
        }
        else
        {
            Assert.Equal("page 3", new Guarded(passesAt).Run("page"));
        }

        var whole = spans["Guarded.Run"];
        Assert.Equal(7, spans.All.Count);
        Assert.All(spans.All.Where(span => span != whole), span => Assert.Same(whole, span.Parent));
        Assert.Equal(
            ["retried", "retried", passesAt > 3 ? "failed" : "completed"],
            spans
                .All.Where(span => span.OperationName == "Check")
                .Select(span => span.GetTagItem("sluice.stage.status"))
        );
        AssertNoneActive(metrics);
    }

    private static string Describe(Measurement measurement) =>
        $"{measurement.Tags["sluice.stage"]} {measurement.Tags["sluice.stage.status"]}";

    private static void AssertNoneActive(RecordedMetrics metrics) =>
        Assert.Equal([1, -1], metrics["sluice.run.active"].Select(measurement => measurement.Value));

    [Pipeline, Telemetry]
    public sealed partial class Retried(Behaviour behaviour)
    {
        [return: From(nameof(Call))]
        public partial int Run(int number);

        [return: From(nameof(FetchAsync))]
        public partial ValueTask<int> RunAsync(string text, CancellationToken token = default);

        [Stage, Retry(3)]
        private int Call([From("number")] int number)
        {
            Assert.Equal((1, "Call"), (number, Activity.Current?.OperationName));
            return behaviour.Call();
        }

        [Stage, Retry(3)]
        private async ValueTask<int> FetchAsync(string text, CancellationToken token)
        {
            await Task.Yield();
            Assert.Equal(("one", "Fetch"), (text, Activity.Current?.OperationName));
            return await behaviour.CallAsync(token);
        }
    }

    [Pipeline, Telemetry]
    public sealed partial class Limited
    {
        public partial ValueTask<int> RunAsync(
            Gate gate,
            RunContext? context,
            CancellationToken cancellationToken = default
        );

        [Stage, Timeout("00:00:02")]
        private static async ValueTask<int> WaitAsync(Gate gate, CancellationToken token) =>
            await gate.WaitOrCancelAsync(token);
    }

    [Pipeline, Telemetry]
    public sealed partial class Replaced
    {
        [return: From(nameof(Call))]
        public partial int Run(int number);

        [Stage, Fallback(nameof(Otherwise))]
        private static int Call([From("number")] int number) => throw new InvalidDataException($"{number}");

        private static int Otherwise() => -1;
    }

    [Pipeline, Telemetry]
    public sealed partial class Conditional
    {
        [return: From(nameof(Describe))]
        public partial string? Run(int number);

        [Stage]
        private static bool IsLarge(int number) => number > 9;

        [Stage, When(nameof(IsLarge))]
        private static string Describe(int number) => $"{number} is large";
    }

    [Pipeline, Telemetry]
    public sealed partial class Measuring
    {
        public partial ValueTask<int> RunAsync(string[] texts);

        [Stage, Retry(2)]
        private static async Task<int> MeasureAsync([Each] string text, StageContext context)
        {
            await Task.Yield();
            Assert.Equal("Measure", Activity.Current?.OperationName);
            return context.Attempt > 1 ? text.Length : throw new InvalidDataException(text);
        }

        [Stage]
        private static int Sum(int[] lengths) => lengths.Sum();
    }

    [Pipeline, Telemetry]
    public sealed partial class Guarded(int passesAt)
    {
        [return: From(nameof(Write))]
        public partial string Run(string topic);

        [Stage]
        private static string Write([From("topic")] string topic, StageContext context) => $"{topic} {context.Attempt}";

        [Stage, Guard(Retry = nameof(Write), Attempts = 3)]
        private bool Check([From(nameof(Write))] string page) => page.EndsWith($"{passesAt}", StringComparison.Ordinal);
    }
}
