using Sluice.Compiler.Model;
using Sluice.Compiler.Policies.Retry;
using Sluice.Compiler.Policies.Timeout;
using Sluice.Compiler.Rules;

namespace Sluice.Compiler.Tests.Parse.Policies;

/// <summary>Findings about policies, with the remedies that they suggest.</summary>
public sealed class PolicyFindingTests
{
    [Theory]
    [InlineData("Retry(0)", "its 'attempts' is 0, but must be 2 or more")]
    [InlineData("Retry(-3)", "its 'attempts' is -3, but must be 2 or more")]
    [InlineData("Retry(3, Delay = \"-00:00:01\")", "its 'Delay' is \"-00:00:01\", but must be zero or more")]
    [InlineData(
        "Retry(3, Delay = \"\")",
        "its 'Delay' is \"\", which is not a valid duration: write hours, minutes and seconds, such as \"00:00:02\""
    )]
    [InlineData(
        "Retry(3, Delay = \"5\")",
        "its 'Delay' is \"5\", which would mean days: write hours, minutes and seconds, such as \"00:00:02\""
    )]
    [InlineData(
        "Retry(3, Delay = \"00:00:60\")",
        "its 'Delay' is \"00:00:60\", which is not a valid duration: write hours, minutes and seconds, such as \"00:00:02\""
    )]
    [InlineData(
        "Retry(3, Delay = \"00:00:05\", MaxDelay = \"00:00:04\")",
        "its 'MaxDelay' is \"00:00:04\", but must be more than its 'Delay'"
    )]
    [InlineData(
        "Retry(3, Delay = \"00:00:05\", Backoff = Backoff.Linear, MaxDelay = \"00:00:05\")",
        "its 'MaxDelay' is \"00:00:05\", but must be more than its 'Delay'"
    )]
    [InlineData("Retry(1)", "its 'attempts' is 1, but must be 2 or more")]
    [InlineData(
        "Retry(3, Delay = \"00:00:05\", Backoff = Backoff.Exponential, Factor = 1)",
        "its 'Factor' is 1, but must be a number greater than 1"
    )]
    [InlineData(
        "Retry(3, On = [typeof(IOException), typeof(IOException)])",
        "its 'On' names 'IOException', which it has already named: name it once"
    )]
    [InlineData(
        "Retry(3, On = [typeof(FileNotFoundException), typeof(IOException)])",
        "its 'On' names 'FileNotFoundException', which derives from 'IOException', which it also names: remove one of the two"
    )]
    [InlineData(
        "Retry(3, Delay = \"00:00:05\", Backoff = Backoff.Exponential, Factor = 0.5)",
        "its 'Factor' is 0.5, but must be a number greater than 1"
    )]
    [InlineData(
        "Retry(3, Delay = \"00:00:05\", Factor = double.NaN)",
        "its 'Factor' is NaN, but must be a number greater than 1"
    )]
    [InlineData(
        "Retry(3, Delay = \"00:00:05\", Backoff = (Backoff)7)",
        "its 'Backoff' is 7, but must be a member of 'Backoff'"
    )]
    [InlineData(
        "Retry(3, Delay = \"00:00:05\", Jitter = (Jitter)(-1))",
        "its 'Jitter' is -1, but must be a member of 'Jitter'"
    )]
    [InlineData(
        "Retry(3, On = [typeof(TimeoutException), typeof(string)])",
        "its 'On' names 'string', which is not an exception: name types that derive from 'System.Exception'"
    )]
    [InlineData(
        "Retry(3, On = [typeof(Broken<>)])",
        "its 'On' names 'Broken<>', whose type arguments are missing: write them"
    )]
    [InlineData(
        "Retry(3, On = [typeof(Hidden)])",
        "its 'On' names 'Hidden', which the pipeline cannot access: make the type accessible to it"
    )]
    [InlineData("Timeout", "it limits nothing: give the limit of each attempt, such as \"00:00:02\", or 'Total'")]
    [InlineData("Timeout(\"00:00:00\")", "its 'attempt' is \"00:00:00\", but must be more than zero")]
    [InlineData("Timeout(Total = \"-1.00:00:00\")", "its 'Total' is \"-1.00:00:00\", but must be more than zero")]
    [InlineData(
        "Timeout(\"49.17:02:47.2940001\")",
        "its 'attempt' is \"49.17:02:47.2940001\", but must be \"49.17:02:47.2940000\" or less, which is the limit of a timer"
    )]
    [InlineData(
        "Timeout(\"00:00:02\", Total = \"00:00:02\")",
        "its 'attempt' is \"00:00:02\", but must be less than its 'Total', which would end the attempt first"
    )]
    [InlineData("CircuitBreaker(0, \"00:00:30\")", "its 'failures' is 0, but must be 1 or more")]
    [InlineData(
        "CircuitBreaker(5.0, \"00:00:30\")",
        "its 'failureRatio' is 5, but must be more than 0 and at most 1; write a number of failures without a decimal point"
    )]
    [InlineData(
        "CircuitBreaker(double.NaN, \"00:00:30\")",
        "its 'failureRatio' is NaN, but must be more than 0 and at most 1; write a number of failures without a decimal point"
    )]
    [InlineData("CircuitBreaker(5, \"00:00:00\")", "its 'breakDuration' is \"00:00:00\", but must be more than zero")]
    [InlineData(
        "CircuitBreaker(5, null!)",
        "its 'breakDuration' is null: write hours, minutes and seconds, such as \"00:00:02\""
    )]
    [InlineData(
        "CircuitBreaker(0.5, \"00:00:30\", MinimumCalls = 1)",
        "its 'MinimumCalls' is 1, but must be 2 or more"
    )]
    [InlineData(
        "CircuitBreaker(0.5, \"00:00:30\", Window = \"00:00:00\")",
        "its 'Window' is \"00:00:00\", but must be more than zero"
    )]
    [InlineData("Concurrency(0)", "its 'limit' is 0, but must be 1 or more")]
    [InlineData("Concurrency(1, QueueLimit = -1)", "its 'QueueLimit' is -1, but must be 0 or more")]
    [InlineData("RateLimit(0, \"00:00:01\")", "its 'permits' is 0, but must be 1 or more")]
    [InlineData("RateLimit(1, \"1 s\")", "its 'window' is \"1 s\", which is not a valid duration: ")]
    [InlineData(
        "RateLimit(1, \"00:00:01\", Algorithm = RateLimitAlgorithm.SlidingWindow, Segments = 1)",
        "its 'Segments' is 1, but must be 2 or more"
    )]
    [InlineData(
        "RateLimit",
        "it limits nothing: give the calls and the time, as in [RateLimit(100, \"00:00:01\")], or 'Limiter'"
    )]
    [InlineData("Cached(\"00:00:00\")", "its 'timeToLive' is \"00:00:00\", but must be more than zero")]
    [InlineData("Cached(\"00:05:00\", Size = 0)", "its 'Size' is 0, but must be 1 or more")]
    [InlineData("Guard(Retry = \"B\", Attempts = 1)", "its 'Attempts' is 1, but must be 2 or more")]
    [InlineData(
        "Guard(Retry = \"B\", Timeout = \"00:00:00\")",
        "its 'Timeout' is \"00:00:00\", but must be more than zero"
    )]
    public void A_value_out_of_range_is_reported_with_what_it_must_be(string attribute, string reason) =>
        AssertReported(
            Rule.InvalidPolicyValue,
            attribute,
            $"[Stage, {attribute}] int A(long b, CancellationToken token) => 1; [Stage] long B() => 1;",
            $"[{NameOf(attribute)}] on stage 'A' cannot be used: {reason}"
        );

    [Theory]
    [InlineData(
        "Cached(\"00:05:00\")",
        "Task A() => null!;",
        "the stage returns no value that could be cached: remove it, or return a value"
    )]
    [InlineData("Cached(\"00:05:00\")", "int A(IAsyncEnumerable<int> items) => 1;", "input 'items' is a stream, ")]
    [InlineData(
        "Cached(\"00:05:00\")",
        "int A(RunContext? run) => 1;",
        "parameter 'run' differs between runs but is not part of the key, "
    )]
    [InlineData(
        "Cached(\"00:05:00\", Size = 4, Store = nameof(Values))",
        "int A() => 1; ICacheStore Values = null!;",
        "its 'Size' limits the values in memory, but its 'Store' keeps the values: remove one of the two"
    )]
    [InlineData(
        "Compensate(nameof(Undo))",
        "int A([Each] int item) => 1; void Undo() { }",
        "the stage runs for each element, "
    )]
    [InlineData("Guard", "void A([Each] int item) { }", "the stage runs for each element, ")]
    [InlineData(
        "Guard(Attempts = 3)",
        "void A(int item) { }",
        "its 'Attempts' applies to further attempts, but it has no 'Retry': add one, or remove 'Attempts'"
    )]
    [InlineData("Guard(Timeout = \"00:00:02\")", "void A(int item) { }", "its 'Timeout' applies to further attempts, ")]
    [InlineData(
        "Guard(AllowNoProgress = true)",
        "void A(int item) { }",
        "its 'AllowNoProgress' applies to further attempts, "
    )]
    [InlineData(
        "Retry(3, Backoff = Backoff.Linear)",
        "int A() => 1;",
        "its 'Backoff' applies to the waits between attempts, but it has no 'Delay': add one, or remove 'Backoff'"
    )]
    [InlineData(
        "Retry(3, Jitter = Jitter.Full)",
        "int A() => 1;",
        "its 'Jitter' applies to the waits between attempts, "
    )]
    [InlineData(
        "Retry(3, MaxDelay = \"00:00:05\")",
        "int A() => 1;",
        "its 'MaxDelay' applies to the waits between attempts, "
    )]
    [InlineData("Retry(3, Factor = 2)", "int A() => 1;", "its 'Factor' applies to the waits between attempts, ")]
    [InlineData(
        "Retry(3, On = new Type[0])",
        "int A() => 1;",
        "its 'On' names no exception, so it applies to all of them: "
    )]
    [InlineData(
        "Retry(2, Delay = \"00:00:01\", Backoff = Backoff.Linear)",
        "int A() => 1;",
        "its 'Backoff' applies to growing waits, but two attempts have only one wait between them: "
    )]
    [InlineData(
        "Retry(3, Delay = \"00:00:01\", MaxDelay = \"00:00:05\", Jitter = Jitter.Full)",
        "int A() => 1;",
        "its waits do not grow, so its 'MaxDelay' has no effect: give a 'Backoff', or remove 'MaxDelay'"
    )]
    [InlineData(
        "Retry(3, Delay = \"00:00:01\", Backoff = Backoff.Linear, Jitter = Jitter.Decorrelated)",
        "int A() => 1;",
        "'Jitter.Decorrelated' computes each wait from the one before and ignores its 'Backoff': "
    )]
    [InlineData(
        "Timeout(\"00:00:01\", Total = \"00:00:05\")",
        "int A(CancellationToken token) => 1;",
        "its 'Total' limits all attempts and the waits between them, "
    )]
    [InlineData(
        "Cached(\"00:05:00\", Size = 4)",
        "int A(StageContext context) => 1;",
        "its 'Size' is a number of values, but a stage that takes no input has only one: remove 'Size'"
    )]
    [InlineData(
        "Offload",
        "async IAsyncEnumerable<int> A() { await Task.Yield(); yield return 1; }",
        "the stage is an asynchronous iterator, whose work runs while it is read: remove it"
    )]
    [InlineData(
        "Retry(3, Delay = \"00:00:01\", Factor = 3)",
        "int A() => 1;",
        "only 'Backoff.Exponential' multiplies the wait by its 'Factor', but it has 'Backoff.Constant': change one of them"
    )]
    [InlineData(
        "CircuitBreaker(5, \"00:00:30\", Window = \"00:01:00\")",
        "int A() => 1;",
        "its 'Window' applies to a failure ratio, "
    )]
    [InlineData(
        "CircuitBreaker(5, \"00:00:30\", MinimumCalls = 4)",
        "int A() => 1;",
        "its 'MinimumCalls' applies to a failure ratio, "
    )]
    [InlineData("RateLimit(5, \"00:00:30\", Segments = 4)", "int A() => 1;", "only a sliding window has 'Segments', ")]
    [InlineData(
        "RateLimit(5, \"00:00:30\", Limiter = nameof(Limiter))",
        "int A() => 1; System.Threading.RateLimiting.RateLimiter Limiter = null!;",
        "its 'Limiter' sets the limit, but permits are given as well: remove one of the two"
    )]
    [InlineData(
        "RateLimit(QueueLimit = 5, Limiter = nameof(Limiter))",
        "int A() => 1; System.Threading.RateLimiting.RateLimiter Limiter = null!;",
        "its 'Limiter' sets the limit and has its own 'QueueLimit': remove 'QueueLimit'"
    )]
    [InlineData("Retry(3)", "int A(IAsyncEnumerable<int> items) => 1;", "the stage reads a stream, ")]
    [InlineData("Retry(3)", "IAsyncEnumerable<int> A() => null!;", "the stage returns a stream, ")]
    [InlineData("Cached(\"00:05:00\")", "Task<IAsyncEnumerable<int>> A() => null!;", "the stage returns a stream, ")]
    [InlineData("Timeout(\"00:00:02\")", "IAsyncEnumerable<int> A() => null!;", "the stage returns a stream, ")]
    [InlineData(
        "CircuitBreaker(5, \"00:00:30\")",
        "IAsyncEnumerable<int> A() => null!;",
        "the stage returns a stream, "
    )]
    [InlineData("Concurrency(5)", "IAsyncEnumerable<int> A() => null!;", "the stage returns a stream, ")]
    [InlineData("RateLimit(5, \"00:00:30\")", "IAsyncEnumerable<int> A() => null!;", "the stage returns a stream, ")]
    [InlineData(
        "Compensate(\"Undo\")",
        "IAsyncEnumerable<int> A() => null!; void Undo() { }",
        "the stage returns a stream, "
    )]
    [InlineData("Guard", "IAsyncEnumerable<int> A() => null!;", "the stage returns a stream, ")]
    [InlineData(
        "Compensate(\"Undo\"), Cached(\"00:05:00\")",
        "int A() => 1; void Undo(int made) { }",
        "other runs get the same value from its [Cached], and would undo it again: remove [Compensate], or [Cached]"
    )]
    public void What_would_do_nothing_or_contradicts_itself_is_reported(
        string attribute,
        string members,
        string reason
    ) =>
        AssertReported(
            Rule.PolicyWithoutMeaning,
            attribute,
            $"[Stage, {attribute}] {members}",
            $"[{NameOf(attribute)}] on stage 'A' is not valid: {reason}"
        );

    [Theory]
    [InlineData(
        "Name = \" \"",
        "void A(int item) { }",
        "Stage(Name = ...)",
        "the name is empty: write one, or remove it"
    )]
    [InlineData(
        "Only = new string[0]",
        "void A(int item) { }",
        "Stage(Only = ...)",
        "it names no entry point, so it restricts nothing: name one, or remove it"
    )]
    public void What_marks_a_stage_says_something(string argument, string members, string attribute, string reason) =>
        Assert.Equal(
            $"[{attribute}] on stage 'A' is not valid: {reason}",
            FindingText.Of(PolicySource.Parse($"[Stage({argument})] {members}").OnlyFinding(Rule.PolicyWithoutMeaning))
        );

    [Theory]
    [InlineData("Retry(3, Delay = \"00:00:01\", MaxDelay = \"00:00:05\", Jitter = Jitter.Decorrelated)")]
    [InlineData("Retry(2, Delay = \"00:00:01\", Jitter = Jitter.Full)")]
    [InlineData("Retry(2, On = [typeof(IOException), typeof(TimeoutException)])")]
    [InlineData("Timeout(\"00:00:01\", Total = \"00:00:05\"), Retry(2)")]
    [InlineData("Timeout(\"00:00:01\", Total = \"00:00:05\"), Concurrency(2)")]
    [InlineData("Timeout(\"00:00:01\", Total = \"00:00:05\"), RateLimit(2, \"00:00:01\")")]
    [InlineData("Cached(\"00:05:00\", Size = 4)")]
    public void What_does_something_is_not_reported(string attributes) =>
        Assert.Empty(
            PolicySource.Parse($"[Stage, {attributes}] int A(string text, CancellationToken token) => 1;").Findings
        );

    [Fact]
    public void One_attempt_takes_back_those_that_an_override_would_inherit() =>
        Assert.Equal(
            1,
            PolicySource
                .Stage(
                    "[Retry(1)] protected override int A() => 1;",
                    ": Base",
                    "class Base { [Stage, Retry(3)] protected virtual int A() => 1; }"
                )
                .Policy<RetryPolicy>()
                .Attempts
        );

    [Theory]
    [InlineData("int A(string text) => 1;")]
    [InlineData("Task<int> A(RunContext context) => null!;")]
    public void A_timeout_needs_a_stage_that_can_be_told(string stage) =>
        AssertReported(
            Rule.TimeoutWithoutToken,
            "Timeout",
            $"[Stage, Timeout(\"00:00:02\")] {stage}",
            "Stage 'A' cannot observe that its [Timeout] has expired because it takes no cancellation token. Let it take a CancellationToken or a StageContext, or "
                + "remove [Timeout]."
        );

    [Theory]
    [InlineData("int A(CancellationToken token) => 1;")]
    [InlineData("int A(StageContext context) => 1;")]
    public void A_token_or_the_context_tells_a_stage_of_its_timeout(string stage) =>
        Assert.NotNull(PolicySource.Stage($"[Stage, Timeout(\"00:00:02\")] {stage}").Policy<AttemptTimeoutPolicy>());

    [Fact]
    public void Several_mistakes_of_one_policy_are_reported_together() =>
        Assert.Equal(
            3,
            PolicySource
                .Parse("[Stage, RateLimit(0, \"?\", QueueLimit = -1)] int A() => 1;")
                .Findings.Count(finding => finding.Rule == Rule.InvalidPolicyValue)
        );

    [Fact]
    public void An_override_of_a_stage_may_have_policies() =>
        Assert.Empty(
            PolicySource
                .Parse(
                    "[Retry(3)] protected override int A() => 1;",
                    ": Base",
                    "class Base { [Stage] protected virtual int A() => 1; }"
                )
                .Findings
        );

    [Theory]
    [InlineData("int[] items", "input 'items' is of type 'int[]'")]
    [InlineData("long number, List<int> items", "input 'items' is of type 'List<int>'")]
    [InlineData("Plain plain", "input 'plain' is of type 'Plain'")]
    [InlineData("Optional<Derived> plain", "input 'plain' is of type 'Derived'")]
    [InlineData("(int, Plain) pair", "input 'pair' is of type '(int, Plain)'")]
    public void A_stage_that_is_cached_by_what_is_compared_by_reference_is_a_warning(string parameters, string reason)
    {
        var model = PolicySource.Parse(
            $"[Stage, Cached(\"00:05:00\")] int A({parameters}) => 1;",
            further: "class Plain { } sealed class Derived : Plain { public bool Equals(Derived other) => true; }"
        );

        var finding = Assert.Single(model.Findings);
        Assert.Equal(Rule.CachedByReference, finding.Rule);
        Assert.False(finding.Rule.IsError);
        Assert.StartsWith(
            $"[Cached] on stage 'A' finds a value again only for the same object because {reason}, which is compared by reference. ",
            FindingText.Of(finding),
            StringComparison.Ordinal
        );
    }

    [Theory]
    [InlineData("string text, int number, DateTimeOffset moment, Uri address")]
    [InlineData("object anything, IReadOnlyList<int> items, Abstract unknown")]
    [InlineData("Recorded recorded, Derived derived, (int, string) pair, int? number")]
    [InlineData("int number, StageContext context, CancellationToken token")]
    public void A_stage_that_is_cached_by_what_may_compare_what_it_contains_is_none(string parameters) =>
        Assert.Empty(
            PolicySource
                .Parse(
                    $"[Stage, Cached(\"00:05:00\")] int A({parameters}) => 1;",
                    further: """
                    abstract class Abstract { }
                    record Recorded;
                    class Derived : Equal { }
                    class Equal { public override bool Equals(object? other) => true; public override int GetHashCode() => 1; }
                    """
                )
                .Findings
        );

    [Fact]
    public void The_key_of_a_cached_stage_is_not_compared_by_reference() =>
        AssertReported(
            Rule.InvalidPolicyMember,
            "Cached",
            "[Stage, Cached(\"00:05:00\", Key = nameof(KeyOf))] int A(int[] items) => 1; int[] KeyOf(int[] items) => items;",
            "[Cached] on stage 'A' names 'KeyOf', "
        );

    [Fact]
    public void A_stage_that_is_cached_by_a_key_may_take_anything() =>
        Assert.Empty(
            PolicySource
                .Parse(
                    "[Stage, Cached(\"00:05:00\", Key = nameof(KeyOf))] int A(int[] items) => 1; int KeyOf(int[] items) => items.Length;"
                )
                .Findings
        );

    private static string NameOf(string attribute) => attribute.Split('(')[0];

    private static void AssertReported(Rule rule, string attribute, string members, string message)
    {
        var model = PolicySource.Parse(members, further: "class Broken<T> : Exception; file class Hidden : Exception;");
        var finding = Assert.Single(model.Findings);
        Assert.Equal(rule, finding.Rule);
        var text = FindingText.Of(finding);
        Assert.Equal(message, text[..Math.Min(message.Length, text.Length)]);
        Assert.Equal(new NodeReference(NodeKind.Stage, 0), finding.Node);
        Assert.True(rule.IsError, attribute);
    }
}
