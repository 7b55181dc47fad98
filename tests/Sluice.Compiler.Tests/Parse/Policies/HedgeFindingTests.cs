using Sluice.Compiler.Model;
using Sluice.Compiler.Policies.Hedge;
using Sluice.Compiler.Rules;

namespace Sluice.Compiler.Tests.Parse.Policies;

/// <summary>The stages that can be hedged, and the reasons why others cannot.</summary>
public sealed class HedgeFindingTests
{
    private const string Stage = "Task<int> A(CancellationToken token) => null!;";

    [Theory]
    [InlineData("Task<int> A(CancellationToken token) => null!;")]
    [InlineData("ValueTask<Outcome<int>> A(StageContext context) => default;")]
    [InlineData("[Offload] int A(CancellationToken token) => 1;")]
    public void A_stage_that_can_be_cancelled_and_does_not_block_is_hedged(string stage) =>
        Assert.Equal(
            new HedgePolicy(TimeSpan.TicksPerSecond / 5),
            PolicySource.Stage($"[Stage, Hedge(\"00:00:00.2\")] {stage}").Policy<HedgePolicy>()
        );

    [Theory]
    [InlineData(
        "[Stage, Hedge(\"00:00:01\")] int A(CancellationToken token) => 1;",
        "cannot be used: the stage is synchronous, so its first attempt ends before a second could start: return a task, or "
            + "add [Offload]"
    )]
    [InlineData(
        "[Stage, Hedge(\"00:00:01\")] Task<int> A() => null!;",
        "cannot be used: the stage cannot observe that its other attempt has won: let it take a CancellationToken or a StageContext"
    )]
    [InlineData(
        "[Stage, Hedge(\"0\")] " + Stage,
        "cannot be used: its 'after' is \"0\", which would mean days: write hours, minutes and seconds, such as \"00:00:02\""
    )]
    [InlineData(
        "[Stage, Hedge(\"00:00:00\")] " + Stage,
        "cannot be used: its 'after' is \"00:00:00\", but must be more than zero"
    )]
    [InlineData(
        "[Stage, Hedge(null!)] " + Stage,
        "cannot be used: its 'after' is null: write hours, minutes and seconds, such as \"00:00:02\""
    )]
    [InlineData(
        "[Stage, Hedge(\"00:00:01\")] IAsyncEnumerable<int> A(CancellationToken token) => null!;",
        "is not valid: the stage returns a stream, whose work runs while it is read, after the call "
            + "has ended: do this in a stage that produces or takes single items"
    )]
    [InlineData(
        "[Stage, Hedge(\"00:00:01\"), Compensate(\"B\")] Task<int> A(CancellationToken token) => null!; void B() { }",
        "is not valid: the losing attempt of its [Hedge] may complete work that is never undone: remove [Compensate], or "
            + "[Hedge]",
        "Compensate"
    )]
    [InlineData(
        "[Stage(Dispose = true), Hedge(\"00:00:01\")] Task<Stream> A(CancellationToken token) => null!;",
        "is not valid: the losing attempt of its [Hedge] may produce a value that is never disposed of: remove 'Dispose', "
            + "or [Hedge]",
        "Stage(Dispose = true)"
    )]
    public void What_cannot_be_hedged_is_refused_with_the_reason_and_the_remedy(
        string stage,
        string text,
        string attribute = "Hedge"
    ) =>
        Assert.Contains(
            $"[{attribute}] on stage 'A' {text}",
            PolicySource
                .Parse(stage)
                .Findings.Where(finding =>
                    finding.Rule == Rule.InvalidPolicyValue || finding.Rule == Rule.PolicyWithoutMeaning
                )
                .Select(FindingText.Of)
        );

    [Fact]
    public void A_total_limit_of_a_hedged_stage_has_a_meaning() =>
        Assert.Equal(
            ["Timeout(Total = 00:00:05)", "Hedge(00:00:01)", "Timeout(00:00:02)"],
            PolicySource
                .Stage($"[Stage, Hedge(\"00:00:01\"), Timeout(\"00:00:02\", Total = \"00:00:05\")] {Stage}")
                .PolicyDisplays
        );
}
