using System.Diagnostics;
using Sluice.CompilerServices;

namespace Sluice.Tests.Telemetry;

[Collection(nameof(TelemetryGroup))]
public sealed class SpanTests
{
    private const int Load = 0;
    private const int Check = 1;
    private const int Store = 2;
    private static readonly ReportedStages Stages = new("Shop.Checkout", ["Load", "Check", "Store"], [0, 1, 2]);
    private static readonly InvalidOperationException Error = new("No stock.");
    private static readonly GuardSettings Guard = new("Check", Check, [Load], 3, TimeSpan.Zero, needsProgress: false);
    private readonly ManualTimeProvider _time = new();

    [Fact]
    public void A_run_has_a_span_and_each_stage_has_one_inside_it()
    {
        using var spans = new RecordedSpans();
        var context = new RunContext { TimeProvider = _time };
        var run = Start(context);
        _time.Advance(TimeSpan.FromSeconds(1));
        Run(run, Load, () => _time.Advance(TimeSpan.FromSeconds(2)));
        Run(run, Check, () => _time.Advance(TimeSpan.FromSeconds(3)));
        run.Close();

        Assert.Equal(["Load", "Check", "Checkout.RunAsync"], spans.All.Select(span => span.OperationName));
        var whole = spans["Checkout.RunAsync"];
        Assert.Null(whole.Parent);
        Assert.Equal(ActivityKind.Internal, whole.Kind);
        Assert.Equal(ActivityStatusCode.Unset, whole.Status);
        Assert.Equal(new DateTime(2030, 1, 1, 0, 0, 0, DateTimeKind.Utc), whole.StartTimeUtc);
        Assert.Equal(TimeSpan.FromSeconds(6), whole.Duration);
        Assert.Equal(
            [
                new("sluice.pipeline", "Shop.Checkout"),
                new("sluice.entry_point", "RunAsync"),
                new("sluice.run.id", context.RunId.ToString()),
                new("sluice.run.status", "succeeded"),
            ],
            whole.TagObjects
        );

        var load = spans["Load"];
        Assert.Same(whole, load.Parent);
        Assert.Equal(whole.SpanId, load.ParentSpanId);
        Assert.Equal(whole.StartTimeUtc.AddSeconds(1), load.StartTimeUtc);
        Assert.Equal(TimeSpan.FromSeconds(2), load.Duration);
        Assert.Equal(
            [
                new("sluice.pipeline", "Shop.Checkout"),
                new("sluice.entry_point", "RunAsync"),
                new("sluice.stage", "Load"),
                new("sluice.stage.attempts", 1),
                new("sluice.stage.status", "completed"),
            ],
            load.TagObjects
        );
        Assert.Same(whole, spans["Check"].Parent);
        Assert.Equal(TimeSpan.FromSeconds(3), spans["Check"].Duration);
    }

    [Fact]
    public void The_source_has_the_version_of_the_assembly()
    {
        using var spans = new RecordedSpans();
        Start().Close();

        var source = Assert.Single(spans.All).Source;
        Assert.Equal("Sluice", source.Name);
        Assert.Equal(typeof(RunTelemetry).Assembly.GetName().Version!.ToString(3), source.Version);
    }

    [Fact]
    public void The_span_of_a_stage_is_the_current_one_while_the_stage_is_called()
    {
        using var spans = new RecordedSpans();
        using var caller = new Activity("Caller");
        caller.Start();
        var run = Start();
        Assert.Equal("Checkout.RunAsync", Activity.Current?.OperationName);
        Run(run, Load, () => Assert.Equal("Load", Activity.Current?.OperationName));
        Run(run, Check, () => Assert.Equal("Check", Activity.Current?.OperationName));
        run.Close();

        Assert.Same(caller, Activity.Current);
        Assert.Same(caller, spans["Checkout.RunAsync"].Parent);
    }

    [Fact]
    public void Stages_that_overlap_are_siblings_wherever_they_start_and_end()
    {
        using var spans = new RecordedSpans();
        var local = new AsyncLocal<string> { Value = "caller" };
        var run = Start();
        local.Value = "stage";
        Begin(run, Load);
        OnAnotherThread(() =>
        {
            Begin(run, Check);
            Assert.Equal("Check", Activity.Current?.OperationName);
            Assert.Equal("caller", local.Value);
        });
        Begin(run, Store);
        Assert.Equal("Store", Activity.Current?.OperationName);
        OnAnotherThread(() => run.Completed(Load, 1));
        run.Completed(Check, 1);
        OnAnotherThread(() =>
        {
            run.Completed(Store, 1);
            run.Close();
        });

        var whole = spans["Checkout.RunAsync"];
        Assert.All(["Load", "Check", "Store"], name => Assert.Same(whole, spans[name].Parent));
    }

    [Fact]
    public void A_caller_that_suppresses_the_flow_of_its_context_gets_spans_too()
    {
        using var spans = new RecordedSpans();
        using var caller = new Activity("Caller");
        caller.Start();
        using (ExecutionContext.SuppressFlow())
        {
            var run = Start();
            Run(run, Load, () => Assert.Equal("Load", Activity.Current?.OperationName));
            Run(run, Check, () => Assert.Equal("Check", Activity.Current?.OperationName));
            run.Close();
            Assert.Same(caller, Activity.Current);
        }

        Assert.Same(spans["Checkout.RunAsync"], spans["Load"].Parent);
        Assert.Same(spans["Checkout.RunAsync"], spans["Check"].Parent);
    }

    [Fact]
    public void What_a_stage_failed_with_is_recorded_once_and_is_the_status_of_both_spans()
    {
        using var spans = new RecordedSpans();
        var run = Start();
        Begin(run, Load);
        run.Failed(Load, Error, isCancellation: false);
        run.Close(Error);

        var (stage, whole) = (spans["Load"], spans["Checkout.RunAsync"]);
        Assert.All([stage, whole], AssertFailed);
        Assert.Equal("failed", stage.GetTagItem("sluice.stage.status"));
        Assert.Equal("failed", whole.GetTagItem("sluice.run.status"));
        AssertException(Assert.Single(stage.Events));
        Assert.Empty(whole.Events);
    }

    [Fact]
    public void What_no_stage_failed_with_is_recorded_in_the_span_of_the_run()
    {
        using var spans = new RecordedSpans();
        var run = Start();
        Run(run, Load);
        run.Close(Error);

        var whole = spans["Checkout.RunAsync"];
        AssertFailed(whole);
        AssertException(Assert.Single(whole.Events));
    }

    [Fact]
    public void A_cancellation_is_no_error()
    {
        using var spans = new RecordedSpans();
        var run = Start();
        Begin(run, Load);
        var cancelled = new RunCancelledException("sold out");
        run.Failed(Load, cancelled, isCancellation: true);
        run.Close(cancelled, isCancellation: true);

        var (stage, whole) = (spans["Load"], spans["Checkout.RunAsync"]);
        Assert.All([stage, whole], span => Assert.Equal(ActivityStatusCode.Unset, span.Status));
        Assert.Equal("cancelled", stage.GetTagItem("sluice.stage.status"));
        Assert.Equal("cancelled", whole.GetTagItem("sluice.run.status"));
        Assert.Contains(
            "sold out",
            Assert.IsType<string>(whole.GetTagItem("sluice.cancellation.reason")),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void A_retry_is_an_event_of_the_span_and_no_error()
    {
        using var spans = new RecordedSpans();
        var run = Start(new RunContext { TimeProvider = _time });
        Begin(run, Load);
        _time.Advance(TimeSpan.FromSeconds(1));
        run.Retrying(Load, 1, TimeSpan.FromMilliseconds(1500), Error);
        run.Completed(Load, 1);
        run.Close();

        var stage = spans["Load"];
        Assert.Equal(ActivityStatusCode.Unset, stage.Status);
        Assert.Equal(2, stage.GetTagItem("sluice.stage.attempts"));
        var retry = Assert.Single(stage.Events);
        Assert.Equal("sluice.stage.retrying", retry.Name);
        Assert.Equal(stage.StartTimeUtc.AddSeconds(1), retry.Timestamp.UtcDateTime);
        Assert.Equal(
            [
                new("sluice.stage.attempt", 1),
                new("sluice.retry.delay", 1.5),
                new("exception.type", "System.InvalidOperationException"),
                new("exception.message", "No stock."),
            ],
            retry.Tags
        );
    }

    [Fact]
    public void More_attempts_than_numbers_are_kept_for_are_counted_too()
    {
        using var spans = new RecordedSpans();
        var run = Start();
        Begin(run, Load);
        for (var attempt = 1; attempt <= 40; attempt++)
        {
            run.Retrying(Load, attempt, default, Error);
        }

        run.Completed(Load, 1);
        run.Close();

        Assert.Equal(41, spans["Load"].GetTagItem("sluice.stage.attempts"));
    }

    [Fact]
    public void A_stage_that_does_not_run_is_an_event_of_the_run_and_one_that_has_nothing_says_why()
    {
        using var spans = new RecordedSpans();
        var run = Start();
        run.Skipped(Load, "not a question", hasStarted: false);
        Begin(run, Check);
        run.Skipped(Check, "nothing found", hasStarted: true);
        run.Close();

        Assert.Equal(["Check", "Checkout.RunAsync"], spans.All.Select(span => span.OperationName));
        var skip = Assert.Single(spans["Checkout.RunAsync"].Events);
        Assert.Equal("sluice.stage.skipped", skip.Name);
        Assert.Equal([new("sluice.stage", "Load"), new("sluice.skip.reason", "not a question")], skip.Tags);
        Assert.Equal("skipped", spans["Check"].GetTagItem("sluice.stage.status"));
        Assert.Equal("nothing found", spans["Check"].GetTagItem("sluice.skip.reason"));
    }

    [Fact]
    public void Each_round_that_a_guard_asks_for_has_spans_of_its_own()
    {
        using var spans = new RecordedSpans();
        var run = Start(new RunContext { TimeProvider = _time });
        Run(run, Load);
        Begin(run, Check);
        _time.Advance(TimeSpan.FromSeconds(1));
        run.RunAgain(Guard, Error);
        _time.Advance(TimeSpan.FromSeconds(1));
        Run(run, Load);
        Run(run, Check, () => Assert.Equal("Check", Activity.Current?.OperationName));
        run.Close();

        var guards = spans.All.Where(span => span.OperationName == "Check").ToArray();
        Assert.Equal(["retried", "completed"], guards.Select(span => span.GetTagItem("sluice.stage.status")));
        Assert.Equal(TimeSpan.FromSeconds(1), guards[0].Duration);
        Assert.Equal(2, spans.All.Count(span => span.OperationName == "Load"));
        Assert.All(guards, span => Assert.Same(spans["Checkout.RunAsync"], span.Parent));
    }

    [Fact]
    public void The_span_of_a_guard_ends_although_what_it_had_run_again_fails()
    {
        using var spans = new RecordedSpans();
        var run = Start();
        Run(run, Load);
        Begin(run, Check);
        run.RunAgain(Guard, Error);
        Begin(run, Load);
        run.Failed(Load, Error, isCancellation: false);
        run.Close(Error);

        Assert.Equal("failed", spans["Check"].GetTagItem("sluice.stage.status"));
        Assert.Equal(4, spans.All.Count);
    }

    [Fact]
    public void The_span_of_a_run_says_who_the_run_is_for()
    {
        using var spans = new RecordedSpans();
        var parent = Guid.NewGuid();
        Start(
                new RunContext
                {
                    ParentRunId = parent,
                    RequestId = "r1",
                    SessionId = "s1",
                    UserId = "u1",
                    TenantId = "t1",
                }
            )
            .Close();

        var whole = spans["Checkout.RunAsync"];
        Assert.Equal(parent.ToString(), whole.GetTagItem("sluice.run.parent_id"));
        Assert.Equal("r1", whole.GetTagItem("sluice.request.id"));
        Assert.Equal("s1", whole.GetTagItem("session.id"));
        Assert.Equal("u1", whole.GetTagItem("enduser.id"));
        Assert.Equal("t1", whole.GetTagItem("sluice.tenant.id"));
    }

    [Fact]
    public void A_run_that_a_stage_starts_is_inside_the_span_of_the_stage()
    {
        using var spans = new RecordedSpans();
        var outer = new RunContext();
        var run = Start(outer);
        Run(run, Load, () => Start(run.Nested(), "Nested").Close());
        run.Close();

        var nested = spans["Checkout.Nested"];
        Assert.Same(spans["Load"], nested.Parent);
        Assert.Equal(outer.RunId.ToString(), nested.GetTagItem("sluice.run.parent_id"));
        Assert.Empty(nested.Links);
    }

    [Fact]
    public void A_run_that_goes_on_elsewhere_is_linked_to_the_stage_that_started_it()
    {
        using var spans = new RecordedSpans();
        var run = Start();
        RunContext? context = null;
        Run(run, Load, () => context = run.Nested());
        run.Close();
        Start(context, "Nested").Close();

        var nested = spans["Checkout.Nested"];
        Assert.Null(nested.Parent);
        Assert.NotEqual(spans["Load"].TraceId, nested.TraceId);
        Assert.Equal(spans["Load"].Context, Assert.Single(nested.Links).Context);
    }

    [Fact]
    public void A_run_that_is_only_passed_on_has_no_spans_of_stages_and_stages_pass_it_on()
    {
        using var spans = new RecordedSpans(ActivitySamplingResult.PropagationData);
        var run = Start();
        OnAnotherThread(() => Run(run, Load, () => Assert.Equal("Checkout.RunAsync", Activity.Current?.OperationName)));
        run.Skipped(Check, "not asked for", hasStarted: false);
        run.Close(Error);

        var whole = Assert.Single(spans.All);
        Assert.Equal(["sluice.pipeline", "sluice.entry_point"], whole.TagObjects.Select(tag => tag.Key));
        Assert.Empty(whole.Events);
    }

    [Fact]
    public void A_run_that_nobody_samples_leaves_the_current_span_alone()
    {
        using var spans = new RecordedSpans(ActivitySamplingResult.None);
        using var caller = new Activity("Caller");
        caller.Start();
        Assert.True(RunTelemetry.IsEnabled);
        var run = Start();
        Run(run, Load, () => Assert.Same(caller, Activity.Current));
        run.Close(Error);

        Assert.Empty(spans.All);
        Assert.Same(caller, Activity.Current);
    }

    [Fact]
    public void Nobody_listens_where_nobody_has_said_so()
    {
        Assert.False(RunTelemetry.IsEnabled);
        using (new RecordedSpans())
        {
            Assert.True(RunTelemetry.IsEnabled);
        }

        Assert.False(RunTelemetry.IsEnabled);
    }

    [Fact]
    public void A_listener_that_throws_does_not_break_the_run()
    {
        using var spans = new RecordedSpans
        {
            Starting = span =>
            {
                if (span.OperationName == "Load")
                {
                    throw Error;
                }
            },
        };
        var run = Start();
        Run(run, Load);

        Assert.Same(Error, run.ObserverFailure);
        Run(run, Check);
        run.Close();

        Assert.Equal("Checkout.RunAsync", spans.Stopped[^1].OperationName);
    }

    [Fact]
    public void Runs_at_the_same_time_keep_their_spans_apart()
    {
        using var spans = new RecordedSpans();
        const int Runs = 2_000;
        Parallel.For(
            0,
            Runs,
            number =>
            {
                var run = Start(new RunContext { UserId = $"{number}" });
                Begin(run, Load);
                Begin(run, Store);
                run.Completed(Load, 1);
                Run(run, Check);
                run.Completed(Store, 1);
                run.Close();
            }
        );

        var all = spans.All;
        Assert.Equal(4 * Runs, all.Count);
        var wholes = all.Where(span => span.OperationName == "Checkout.RunAsync").ToArray();
        Assert.Equal(Runs, wholes.Select(span => span.GetTagItem("enduser.id")).Distinct().Count());
        var stages = all.Except(wholes).ToLookup(span => span.Parent);
        Assert.All(
            wholes,
            whole => Assert.Equal(["Check", "Load", "Store"], stages[whole].Select(span => span.OperationName).Order())
        );
        Assert.Null(Activity.Current);
    }

    private static ObservedRun<RunTelemetry> Start(RunContext? context = null, string entryPoint = "RunAsync") =>
        RunScope.Observe(Stages, entryPoint, RunTelemetry.Start(), context, isSynchronous: false, default);

    private static void Begin(ObservedRun<RunTelemetry> run, int stage)
    {
        run.Ready(stage);
        run.Started(stage);
    }

    private static void Run(ObservedRun<RunTelemetry> run, int stage, Action? inside = null)
    {
        Begin(run, stage);
        inside?.Invoke();
        run.Completed(stage, stage);
    }

    private static void OnAnotherThread(Action action)
    {
        Exception? failure = null;
        var thread = new Thread(() => failure = Record.Exception(action)) { IsBackground = true };
        using (ExecutionContext.SuppressFlow())
        {
            thread.Start();
        }

        thread.JoinOrHang();
        Assert.Null(failure);
    }

    private static void AssertFailed(Activity span)
    {
        Assert.Equal(ActivityStatusCode.Error, span.Status);
        Assert.Equal("No stock.", span.StatusDescription);
        Assert.Equal("System.InvalidOperationException", span.GetTagItem("error.type"));
    }

    private static void AssertException(ActivityEvent recorded)
    {
        Assert.Equal("exception", recorded.Name);
        var tags = recorded.Tags.ToDictionary();
        Assert.Equal("System.InvalidOperationException", tags["exception.type"]);
        Assert.Equal("No stock.", tags["exception.message"]);
        Assert.Contains("No stock.", Assert.IsType<string>(tags["exception.stacktrace"]), StringComparison.Ordinal);
    }
}
