using Sluice.Compiler.Model;
using Sluice.Compiler.Rules;
using Sluice.Compiler.Tests.Parse.Policies;

namespace Sluice.Compiler.Tests.Parse;

/// <summary>The flags of <c>[Stage]</c>, and the stages on which a flag has no meaning.</summary>
public sealed class StageFlagTests
{
    [Theory]
    [InlineData("[Stage(Always = true)] void A() { }", true)]
    [InlineData("[Stage(Always = true)] Task A() => null!;", true)]
    [InlineData("[Stage(Always = true), Guard] bool A() => true;", true)]
    [InlineData("[Stage(Always = false)] void A() { }", false)]
    [InlineData("[Stage] void A() { }", false)]
    public void An_effect_or_guard_may_always_run(string stage, bool expected) =>
        Assert.Equal(expected, PolicySource.Stage(stage).RunsAlways);

    [Theory]
    [InlineData("[Stage(Skips = false)] Outcome<int> A() => 1;", true)]
    [InlineData("[Stage(Skips = false)] ValueTask<Outcome<int>> A() => default;", true)]
    [InlineData("[Stage(Skips = true)] Outcome<int> A() => 1;", false)]
    [InlineData("[Stage] Outcome<int> A() => 1;", false)]
    public void A_stage_that_returns_an_outcome_may_promise_never_to_skip(string stage, bool expected) =>
        Assert.Equal(expected, PolicySource.Stage(stage).NeverSkips);

    [Theory]
    [InlineData("int A() => 1;", "int")]
    [InlineData("Task<string?> A() => null!;", "string")]
    [InlineData("ValueTask<Outcome<int>> A() => default;", "int")]
    public void A_stage_with_an_output_may_not(string stage, string output)
    {
        var parsed = PolicySource.Parse($"[Stage(Always = true)] {stage}");

        var finding = Assert.Single(parsed.Findings);
        Assert.Equal(Rule.AlwaysOnProducer, finding.Rule);
        Assert.StartsWith(
            $"Always cannot be set on stage 'A' because the stage produces '{output}' ",
            FindingText.Of(finding),
            StringComparison.Ordinal
        );
        Assert.False(Assert.Single(parsed.Stages).RunsAlways);
    }

    [Theory]
    [InlineData("Skips = false", "int A() => 1;", "only a stage that returns an Outcome can skip itself: ")]
    [InlineData("Skips = false", "void A() { }", "only a stage that returns an Outcome can skip itself: ")]
    [InlineData("Skips = false", "Optional<int> A() => 1;", "an optional says only that there may be no value: ")]
    [InlineData("Skips = false", "Outcome<int> A([Each] int item) => 1;", "the stage runs for each element, ")]
    public void Where_that_has_no_meaning_it_is_said_why(string flag, string stage, string reason)
    {
        var finding = Assert.Single(PolicySource.Parse($"[Stage({flag})] {stage}").Findings);

        Assert.Equal(Rule.PolicyWithoutMeaning, finding.Rule);
        Assert.StartsWith(
            $"[Stage({flag})] on stage 'A' is not valid: {reason}",
            FindingText.Of(finding),
            StringComparison.Ordinal
        );
    }
}
