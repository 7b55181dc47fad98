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

        // The second source counts as an end of the run, because no stage necessarily waits for it.
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

    [Fact]
    public void A_source_behind_one_that_is_waited_for_is_waited_for()
    {
        // First and LoadAsync exclude each other, so the merge waits for LoadAsync. Last waits for LoadAsync and settles right after
        // it.
        var plan = PlannedText.OnlyPlan(
            """
            public partial ValueTask<Optional<C>> RunAsync(int number, bool flag);
            [Stage, When("number", 0)] A First() => new();
            [Stage, When("number", 1)] ValueTask<A> LoadAsync() => default;
            [Stage, Unless("flag")] A Last([From(nameof(LoadAsync))] Optional<A> a) => new();
            [Stage] ValueTask<C> JoinAsync([From(nameof(First), nameof(LoadAsync), nameof(Last))] A a) => default;
            """
        );

        Assert.All(plan.Stages, stage => Assert.Empty(stage.Merges));
        Assert.Equal(Compiler.Plan.PlanLowering.Sequential, plan.Lowering);
    }

    [Fact]
    public void A_source_behind_what_excludes_the_stage_is_waited_for()
    {
        // Join is needed only if the flag is not set, and LoadAsync runs only if it is set. While LoadAsync runs, Join is not
        // needed.
        var plan = PlannedText.OnlyPlan(
            """
            public partial ValueTask<(Optional<D> Show, Optional<B> Load, Optional<A> First)> RunAsync(bool flag, bool isFirst);
            [Stage, When("isFirst")] A First() => new();
            [Stage, When("flag")] ValueTask<B> LoadAsync() => default;
            [Stage] A Last(Optional<B> b) => new();
            [Stage] ValueTask<C> JoinAsync([From(nameof(First), nameof(Last))] A a) => default;
            [Stage, Unless("flag")] D Show(C c) => new();
            """
        );

        Assert.All(plan.Stages, stage => Assert.Empty(stage.Merges));
    }
}
