namespace Sluice.Compiler.Tests.Plan;

public sealed class MergePlanTests
{
    [Fact]
    public void A_later_source_that_may_be_under_way_is_not_waited_for()
    {
        var plan = PlannedText.OnlyPlan(
            """
            public partial ValueTask<C> RunAsync();
            [Stage] ValueTask<Optional<A>> FirstAsync() => default;
            [Stage] ValueTask<A> SecondAsync() => default;
            [Stage] C Join([From(nameof(FirstAsync), nameof(SecondAsync))] A a) => new();
            """
        );

        var join = plan.Stages.Single(stage => stage.Merges.Count > 0);
        Assert.Single(join.WaitsFor);
        Assert.Equal(2, Assert.Single(join.Merges).Sources.Count);
        Assert.Equal(2, join.Waiting);
        Assert.True(plan.StartsSuspended);

        // The second source ends for itself, as nothing waits for it in any case.
        Assert.Equal(2, plan.Ends);
    }

    [Fact]
    public void A_later_source_that_cannot_end_later_is_simply_waited_for()
    {
        var plan = PlannedText.OnlyPlan(
            """
            public partial ValueTask<C> RunAsync(bool flag);
            [Stage] ValueTask<B> LoadAsync() => default;
            [Stage, When("flag")] A First(B b) => new();
            [Stage, Unless("flag")] A Second(B b) => new();
            [Stage] C Join([From(nameof(First), nameof(Second))] A a) => new();
            """
        );

        Assert.All(plan.Stages, stage => Assert.Empty(stage.Merges));
        Assert.Equal(Compiler.Plan.PlanLowering.Sequential, plan.Lowering);
    }

    [Fact]
    public void A_source_that_is_also_waited_for_otherwise_is_waited_for()
    {
        var plan = PlannedText.OnlyPlan(
            """
            public partial ValueTask<C> RunAsync();
            [Stage] ValueTask<Optional<A>> FirstAsync() => default;
            [Stage] ValueTask<A> SecondAsync() => default;
            [Stage, After(nameof(SecondAsync))] C Join([From(nameof(FirstAsync), nameof(SecondAsync))] A a) => new();
            """
        );

        Assert.All(plan.Stages, stage => Assert.Empty(stage.Merges));
    }
}
