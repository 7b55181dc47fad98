using Sluice.Compiler.Plan;

namespace Sluice.Compiler.Tests.Plan;

public sealed class LoweringTests
{
    private const string Chain =
        "[Stage] A First(int x) => new(); [Stage] async Task<B> SecondAsync(A a) => new(); [Stage] C Third(B b) => new();";

    private const string Diamond = """
        [Stage] A Root(int x) => new();
        [Stage] async Task<B> LeftAsync(A a, CancellationToken token) => new();
        [Stage] async Task<C> RightAsync(A a) => new();
        [Stage] D Join(B b, C c) => new();
        """;

    [Fact]
    public void Synchronous_stages_make_a_straight_line_whatever_the_entry_point_returns()
    {
        var plan = PlannedText.OnlyPlan(
            "public partial ValueTask<B> RunAsync(int x); [Stage] A F(int x) => new(); [Stage] B G(A a) => new();"
        );

        Assert.Equal(PlanLowering.StraightLine, plan.Lowering);
        Assert.False(plan.StartsSuspended);
        Assert.Empty(plan.Suspensions);
    }

    [Fact]
    public void An_asynchronous_stage_that_nothing_can_overlap_makes_a_sequence()
    {
        var plan = PlannedText.OnlyPlan("public partial ValueTask<C> RunAsync(int x); " + Chain);

        Assert.Equal(PlanLowering.Sequential, plan.Lowering);
        Assert.False(plan.StartsSuspended);
    }

    [Fact]
    public void A_synchronous_stage_that_an_asynchronous_one_could_overlap_makes_the_plan_concurrent()
    {
        var plan = PlannedText.OnlyPlan(
            "public partial ValueTask<(B, C)> RunAsync(int x); [Stage] async Task<B> SlowAsync(int x) => new(); [Stage] C Quick(int x) => new();"
        );

        Assert.Equal(PlanLowering.Concurrent, plan.Lowering);
    }

    [Fact]
    public void A_token_taker_that_overlaps_with_any_stage_gives_the_run_a_token_of_its_own()
    {
        var plan = PlannedText.OnlyPlan(
            "public partial ValueTask<D> RunAsync(int x, CancellationToken token); " + Diamond
        );

        Assert.True(plan.OwnsToken);
        Assert.True(plan.StartsSuspended);
    }

    [Fact]
    public void A_token_taker_that_nothing_overlaps_gets_the_callers_token()
    {
        var plan = PlannedText.OnlyPlan(
            "public partial ValueTask<D> RunAsync(int x, CancellationToken token); "
                + Diamond
                    .Replace("A a, CancellationToken token", "A a", StringComparison.Ordinal)
                    .Replace("Root(int x)", "Root(int x, CancellationToken token)", StringComparison.Ordinal)
        );

        Assert.Equal(PlanLowering.Concurrent, plan.Lowering);
        Assert.False(plan.OwnsToken);
        Assert.False(plan.StartsSuspended);
    }

    [Fact]
    public void An_offloaded_stage_starts_the_run_in_its_run_object()
    {
        var plan = PlannedText.OnlyPlan(
            "public partial ValueTask<A> RunAsync(int x); [Stage, Offload] A F(int x) => new();"
        );

        Assert.Equal(PlanLowering.Sequential, plan.Lowering);
        Assert.True(plan.StartsSuspended);
    }

    [Theory]
    [InlineData(64, false)]
    [InlineData(65, true)]
    public void More_stages_than_a_segment_holds_start_in_the_run_object(int stages, bool startsSuspended)
    {
        var effects = string.Concat(
            Enumerable.Range(1, stages - 1).Select(i => $"[Stage, After(nameof(F))] void E{i}() {{ }}")
        );
        var plan = PlannedText.OnlyPlan(
            "public partial ValueTask<A> RunAsync(int x); [Stage] async Task<A> F(int x) => new();" + effects
        );

        Assert.Equal(stages, plan.Stages.Count);
        Assert.Equal(startsSuspended, plan.StartsSuspended);
    }

    [Theory]
    [InlineData("Stream", true)]
    [InlineData("Func<int>", true)]
    [InlineData("string", false)]
    public void An_output_that_could_use_the_token_later_is_known(string type, bool mayKeep)
    {
        var plan = PlannedText.OnlyPlan(
            $"public partial ValueTask<({type}, B)> RunAsync(int x); [Stage] async Task<{type}> F(int x, CancellationToken t) => null!; [Stage] async Task<B> G(int x) => new();"
        );

        Assert.True(plan.OwnsToken);
        Assert.Equal(mayKeep, plan.OutputMayKeepToken);
    }

    [Fact]
    public void A_pipeline_with_errors_has_no_plan()
    {
        var planned = PlannedText.Plan("public partial B Run(int x); [Stage] A F(int x) => new();");

        Assert.Empty(planned.Plans);
        Assert.NotEmpty(planned.Errors);
    }
}
