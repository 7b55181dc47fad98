using Sluice.Compiler.Bind;
using Sluice.Compiler.Tests.Parse.Policies;

namespace Sluice.Compiler.Tests.Bind;

/// <summary>The waits that policies add to a run, and the reasons for which they need a pipeline instance.</summary>
public class PolicySynchronyTests
{
    private const string Interceptors = """
        struct Slow : IStageInterceptor
        {
            public ValueTask<T> InvokeAsync<T, TInner>(TInner inner, StageContext context) where TInner : struct, IStageCall<T> => inner.InvokeAsync();
        }
        struct Quick : ISynchronousStageInterceptor
        {
            public T Invoke<T, TInner>(TInner inner, StageContext context) where TInner : struct, ISynchronousStageCall<T> => inner.Invoke();
        }
        sealed class Kept : ISynchronousStageInterceptor
        {
            public T Invoke<T, TInner>(TInner inner, StageContext context) where TInner : struct, ISynchronousStageCall<T> => inner.Invoke();
        }
        """;

    [Theory]
    [InlineData(
        "[Stage, Cached(\"00:05:00\")] int A() => 1;",
        "waits if another run is computing the value for its [Cached]",
        "remove [Cached]"
    )]
    [InlineData("[Stage, Concurrency(4)] int A() => 1;", "may wait for its [Concurrency]", "remove [Concurrency]")]
    [InlineData(
        "[Stage, RateLimit(4, \"00:00:01\")] int A() => 1;",
        "may wait for its [RateLimit]",
        "remove [RateLimit]"
    )]
    [InlineData(
        "[Stage, Retry(3, Delay = \"00:00:01\")] int A() => 1;",
        "waits for the delay of its [Retry]",
        "remove the delay"
    )]
    [InlineData(
        "[Stage, Retry(3)] Outcome<int> A() => 1;",
        "waits if its outcome requests a delay of its [Retry] with 'Outcome.Retry'",
        "remove [Retry]"
    )]
    [InlineData(
        "[Stage, Fallback(\"FAsync\")] int A() => 1; Task<int> FAsync() => null!;",
        "falls back to 'FAsync', which is asynchronous",
        "make 'FAsync' synchronous"
    )]
    [InlineData(
        "[Stage, Intercept<Slow>] int A() => 1;",
        "is awaited by interceptor 'Slow'",
        "let 'Slow' implement 'ISynchronousStageInterceptor' as well"
    )]
    [InlineData(
        "[Stage, Compensate(\"Undo\")] int A() => 1; Task Undo() => null!;",
        "is undone by 'Undo', which is asynchronous",
        "make 'Undo' synchronous"
    )]
    [InlineData("[Stage, Offload, Concurrency(4)] int A() => 1;", "is offloaded", "make the stage synchronous")]
    [InlineData("[Stage, Concurrency(4)] Task<int> A() => null!;", "is asynchronous", "make the stage synchronous")]
    public void A_synchronous_entry_point_says_what_it_would_have_to_wait_for(
        string members,
        string reason,
        string remedy
    )
    {
        var result = members.Contains("Outcome<", StringComparison.Ordinal) ? "Outcome<int>" : "int";
        Assert.Equal(
            $"AsynchronousStageBehindSynchronousEntryPoint: Entry point 'Try' is synchronous, but it runs stage 'A', which {reason}: "
                + $"Try -> A. Return 'ValueTask<{result}>', or {remedy}.",
            Bind($"public partial {result} Try(); {members}").OnlyFinding()
        );
    }

    [Theory]
    [InlineData("[Stage, Retry(3)] int A() => 1;")]
    [InlineData("[Stage, Timeout(\"00:00:02\")] int A(CancellationToken token) => 1;")]
    [InlineData("[Stage, CircuitBreaker(5, \"00:00:30\")] int A() => 1;")]
    [InlineData("[Stage, Fallback(\"F\")] int A() => 1; int F() => 1;")]
    [InlineData("[Stage, Intercept<Quick>, Intercept<Kept>] int A() => 1;")]
    [InlineData("[Stage, Compensate(\"Undo\")] int A() => 1; void Undo() { }")]
    [InlineData("[Stage, Guard(Retry = \"B\")] bool A(int b) => true; [Stage] int B() => 1;")]
    public void What_waits_for_nothing_leaves_a_stage_synchronous(string members)
    {
        var bound = Bind($"public partial int Try(); {members}");
        Assert.Empty(bound.Messages());
        Assert.All(bound.Graphs[0].Stages, stage => Assert.False(stage.IsAsynchronous));
    }

    [Fact]
    public void What_waits_makes_a_synchronous_stage_asynchronous() =>
        Assert.True(
            Assert
                .Single(Bind("public partial Task<int> Try(); [Stage, Concurrency(4)] int A() => 1;").Graphs[0].Stages)
                .IsAsynchronous
        );

    [Theory]
    [InlineData("[Stage, Fallback(\"F\")] static int A() => 1; int F() => 1;", "make 'F' static")]
    [InlineData("[Stage, Retry(3, When = \"F\")] static int A() => 1; bool F(Exception e) => true;", "make 'F' static")]
    [InlineData("[Stage, Compensate(\"F\")] static int A() => 1; void F() { }", "make 'F' static")]
    [InlineData(
        "[Stage, Cached(\"00:05:00\")] static int A() => 1;",
        "remove [Cached], because each instance keeps its own values"
    )]
    [InlineData(
        "[Stage, Cached(\"00:05:00\", Store = \"S\")] static int A() => 1; ICacheStore S = null!;",
        "make 'S' static"
    )]
    [InlineData(
        "[Stage, RateLimit(4, \"00:00:01\")] static int A() => 1;",
        "remove [RateLimit], because each instance has its own state"
    )]
    [InlineData(
        "[Stage, RateLimit(Limiter = \"L\")] static int A() => 1; System.Threading.RateLimiting.RateLimiter L = null!;",
        "make 'L' static"
    )]
    [InlineData(
        "[Stage, Concurrency(4)] static int A() => 1;",
        "remove [Concurrency], because each instance has its own state"
    )]
    [InlineData(
        "[Stage, CircuitBreaker(5, \"00:00:30\")] static int A() => 1;",
        "remove [CircuitBreaker], because each instance has its own state"
    )]
    [InlineData(
        "[Stage, Intercept<Kept>] static int A() => 1;",
        "make 'Kept' a struct because each instance has its own"
    )]
    [InlineData("[Stage, Intercept<Kept>(Member = \"K\")] static int A() => 1; Kept K = new();", "make 'K' static")]
    public void A_static_entry_point_has_no_instance_for_policies(string members, string remedy) =>
        Assert.Equal(
            "InstanceStageBehindStaticEntryPoint: Entry point 'Try' is static, but it runs stage 'A', which needs an instance: Try -> A."
                + $" Remove 'static' from 'Try', or {remedy}.",
            Bind($"public static partial Task<int> Try(); {members}").OnlyFinding()
        );

    [Theory]
    [InlineData("[Stage, Retry(3), Timeout(\"00:00:02\")] static int A(CancellationToken token) => 1;")]
    [InlineData("[Stage, Fallback(\"F\")] static int A() => 1; static int F() => 1;")]
    [InlineData(
        "[Stage, RateLimit(Limiter = \"L\")] static int A() => 1; static System.Threading.RateLimiting.RateLimiter L = null!;"
    )]
    [InlineData("[Stage, Intercept<Kept>(Member = \"K\")] static int A() => 1; static Kept K = new();")]
    [InlineData("[Stage, Intercept<Quick>] static int A() => 1;")]
    public void What_needs_no_instance_may_be_in_a_static_entry_point(string members) =>
        Assert.Empty(Bind($"public static partial Task<int> Try(); {members}").Messages());

    private static BoundPipeline Bind(string members) =>
        PipelineBinder.Bind(PolicySource.Parse(members, further: Interceptors, entryPoint: ""));
}
