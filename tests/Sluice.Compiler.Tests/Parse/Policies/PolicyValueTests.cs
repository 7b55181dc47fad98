using Sluice.Compiler.Model;
using Sluice.Compiler.Policies;
using Sluice.Compiler.Policies.Cached;
using Sluice.Compiler.Policies.CircuitBreaker;
using Sluice.Compiler.Policies.Concurrency;
using Sluice.Compiler.Policies.RateLimit;
using Sluice.Compiler.Policies.Retry;
using Sluice.Compiler.Policies.Timeout;

namespace Sluice.Compiler.Tests.Parse.Policies;

/// <summary>The values that are parsed from policy attributes.</summary>
public sealed class PolicyValueTests
{
    private const long Second = TimeSpan.TicksPerSecond;

    [Fact]
    public void Retry_is_read_with_what_is_usual_for_what_it_leaves_out() =>
        Assert.Equal(
            new RetryPolicy(3, 0, "Constant", 2, 0, "None", default, null, Waits: false),
            PolicySource.Stage("[Stage, Retry(3)] int A() => 1;").Policy<RetryPolicy>()
        );

    [Fact]
    public void Retry_is_read_with_all_that_it_may_say() =>
        Assert.Equal(
            new RetryPolicy(
                5,
                Second / 5,
                "Exponential",
                1.5,
                2 * Second,
                "Full",
                new EquatableArray<string>(["global::System.IO.IOException", "global::System.TimeoutException"]),
                new PolicyMethodModel(
                    "IsWorthIt",
                    true,
                    "global::P",
                    ReturnShape.Synchronous,
                    "bool",
                    new EquatableArray<PolicyArgument>([
                        new PolicyArgument(PolicyArgumentKind.Exception, TypeName: "global::System.Exception"),
                    ])
                ),
                Waits: true
            ),
            PolicySource
                .Stage(
                    """
                    [Stage]
                    [Retry(5, Delay = "00:00:00.2", Backoff = Backoff.Exponential, Factor = 1.5, MaxDelay = "00:00:02", Jitter = Jitter.Full,
                        On = [typeof(IOException), typeof(TimeoutException)], When = nameof(IsWorthIt))]
                    int A() => 1;
                    static bool IsWorthIt(Exception exception) => true;
                    """
                )
                .Policy<RetryPolicy>()
        );

    [Theory]
    [InlineData("[Retry(3)] int A() => 1;", false)]
    [InlineData("[Retry(3, Delay = \"00:00:00\")] int A() => 1;", false)]
    [InlineData("[Retry(3, Delay = \"00:00:00.0000001\")] int A() => 1;", true)]
    [InlineData("[Retry(3)] Outcome<int> A() => 1;", true)]
    [InlineData("[Retry(3)] Optional<int> A() => 1;", false)]
    public void Retry_waits_where_a_delay_is_declared_or_may_be_asked_for(string stage, bool waits) =>
        Assert.Equal(waits, PolicySource.Stage($"[Stage] {stage}").Policy<RetryPolicy>().Waits);

    [Theory]
    [InlineData("\"00:00:02\"", 2 * Second, 0)]
    [InlineData("\"00:00:02\", Total = \"00:00:02.5\"", 2 * Second, 5 * Second / 2)]
    [InlineData("Total = \"1.02:03:04\"", 0, 93784 * Second)]
    [InlineData("\"49.17:02:47.2940000\"", 4294967294 * TimeSpan.TicksPerMillisecond, 0)]
    public void Timeout_limits_the_attempt_or_the_whole_or_both(string arguments, long attempt, long total) =>
        Assert.Equal(
            new PolicyModel?[]
            {
                total == 0 ? null : new TotalTimeoutPolicy(total),
                attempt == 0 ? null : new AttemptTimeoutPolicy(attempt),
            }.OfType<PolicyModel>(),
            PolicySource
                .Stage($"[Stage, Retry(2), Timeout({arguments})] int A(CancellationToken cancellationToken) => 1;")
                .Policies.Where(policy => policy is not RetryPolicy)
        );

    [Theory]
    [InlineData("5, \"00:00:30\"", 5, 0, 30, 30, 10)]
    [InlineData("0.5, \"00:00:30\"", 0, 0.5, 30, 30, 10)]
    [InlineData("1.0, \"00:00:10\", Window = \"00:01:00\", MinimumCalls = 2", 0, 1, 10, 60, 2)]
    public void CircuitBreaker_counts_failures_or_their_ratio(
        string arguments,
        int failures,
        double ratio,
        long breakDuration,
        long window,
        int calls
    ) =>
        Assert.Equal(
            new CircuitBreakerPolicy(failures, ratio, breakDuration * Second, window * Second, calls),
            PolicySource.Stage($"[Stage, CircuitBreaker({arguments})] int A() => 1;").Policy<CircuitBreakerPolicy>()
        );

    [Theory]
    [InlineData("4", 4, int.MaxValue)]
    [InlineData("1, QueueLimit = 0", 1, 0)]
    public void Concurrency_limits_calls_and_those_that_wait(string arguments, int limit, int queueLimit) =>
        Assert.Equal(
            new ConcurrencyPolicy(limit, queueLimit),
            PolicySource.Stage($"[Stage, Concurrency({arguments})] int A() => 1;").Policy<ConcurrencyPolicy>()
        );

    [Theory]
    [InlineData("100, \"00:00:01\"", 100, 1, "FixedWindow", 8, int.MaxValue)]
    [InlineData(
        "5, \"00:01:00\", Algorithm = RateLimitAlgorithm.SlidingWindow, Segments = 6, QueueLimit = 3",
        5,
        60,
        "SlidingWindow",
        6,
        3
    )]
    public void RateLimit_counts_calls_in_a_window(
        string arguments,
        int permits,
        long window,
        string algorithm,
        int segments,
        int queueLimit
    ) =>
        Assert.Equal(
            new RateLimitPolicy(permits, window * Second, algorithm, segments, queueLimit, null, false),
            PolicySource.Stage($"[Stage, RateLimit({arguments})] int A() => 1;").Policy<RateLimitPolicy>()
        );

    [Theory]
    [InlineData("System.Threading.RateLimiting.RateLimiter limiter = null!;", false)]
    [InlineData("static System.Threading.RateLimiting.ConcurrencyLimiter limiter => null!;", true)]
    public void RateLimit_may_leave_it_to_a_limiter_of_ones_own(string member, bool isStatic) =>
        Assert.Equal(
            new RateLimitPolicy(0, 0, "FixedWindow", 8, int.MaxValue, "limiter", isStatic),
            PolicySource
                .Stage($"[Stage, RateLimit(Limiter = nameof(limiter))] int A() => 1; {member}")
                .Policy<RateLimitPolicy>()
        );

    [Fact]
    public void Cached_keeps_values_by_all_inputs_in_the_instance() =>
        Assert.Equal(
            new CachedPolicy(300 * Second, 1024, null, null, false),
            PolicySource.Stage("[Stage, Cached(\"00:05:00\")] int A(int a) => 1;").Policy<CachedPolicy>()
        );

    [Fact]
    public void Cached_may_name_the_key_and_the_store() =>
        Assert.Equal(
            new CachedPolicy(
                300 * Second,
                1024,
                new PolicyMethodModel(
                    "KeyOf",
                    false,
                    "global::P",
                    ReturnShape.Synchronous,
                    "(int, string)",
                    new EquatableArray<PolicyArgument>([new PolicyArgument(PolicyArgumentKind.StageParameter, 0)])
                ),
                "Values",
                true
            ),
            PolicySource
                .Stage(
                    """
                    [Stage, Cached("00:05:00", Key = nameof(KeyOf), Store = nameof(Values))] int A(int a) => 1;
                    (int, string) KeyOf(int a) => (a, "");
                    static ICacheStore Values { get; } = null!;
                    """
                )
                .Policy<CachedPolicy>()
        );

    [Theory]
    [InlineData("", null, 3, 0, false)]
    [InlineData("(Retry = nameof(B))", "B", 3, 0, false)]
    [InlineData("(Retry = \"B\", Attempts = 2, Timeout = \"00:00:10\", AllowNoProgress = true)", "B", 2, 10, true)]
    public void Guard_says_from_where_on_all_runs_again(
        string arguments,
        string? retry,
        int attempts,
        long timeout,
        bool allowsNoProgress
    ) =>
        Assert.Equal(
            new GuardModel(retry, attempts, timeout * Second, allowsNoProgress),
            PolicySource.Stage($"[Stage, Guard{arguments}] int A(long b) => 1; [Stage] long B() => 1;").Guard
        );

    [Fact]
    public void A_stage_without_policies_has_none()
    {
        var stage = PolicySource.Stage("[Stage] int A() => 1;");
        Assert.Empty(stage.Policies);
        Assert.Null(stage.Guard);
        Assert.Null(stage.Compensation);
    }

    [Fact]
    public void An_override_has_the_policies_of_what_it_overrides_unless_it_has_its_own_of_that_kind()
    {
        var policies = PolicySource
            .Stage(
                "[Retry(7)] protected override int A() => 1;",
                ": Base",
                "class Base { [Stage, Retry(3), Concurrency(2)] protected virtual int A() => 1; }"
            )
            .Policies;
        Assert.Equal(7, policies.OfType<RetryPolicy>().Single().Attempts);
        Assert.Equal(2, policies.OfType<ConcurrencyPolicy>().Single().Limit);
    }

    [Theory]
    [InlineData("[Pipeline, Telemetry]", true)]
    [InlineData("[assembly: Telemetry] [Pipeline]", true)]
    [InlineData("[Pipeline]", false)]
    public void Telemetry_is_asked_for_on_the_pipeline_or_for_the_assembly(string attributes, bool expected) =>
        Assert.Equal(
            expected,
            Source.Parse($"{attributes} partial class P {{ public partial int Run(); }}").Model.HasTelemetry
        );
}
