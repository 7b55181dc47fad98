using Sluice.Compiler.Plan;

namespace Sluice.Compiler.Tests.Plan;

public sealed class ExclusionPlanTests
{
    [Fact]
    public void Branches_that_exclude_each_other_cannot_overlap()
    {
        var plan = PlannedText.OnlyPlan(
            """
            public partial ValueTask<C> RunAsync(bool flag, CancellationToken token);
            [Stage, When("flag")] ValueTask<A> FirstAsync(CancellationToken token) => default;
            [Stage, Unless("flag")] ValueTask<B> LoadAsync(CancellationToken token) => default;
            [Stage] ValueTask<A> SecondAsync(B b) => default;
            [Stage] C Join([From(nameof(FirstAsync), nameof(SecondAsync))] A a) => new();
            """
        );

        Assert.Equal(PlanLowering.Sequential, plan.Lowering);
        Assert.False(plan.OwnsToken);
        Assert.False(plan.StartsSuspended);
        Assert.All(plan.Stages, stage => Assert.Empty(stage.Merges));
    }

    [Fact]
    public void Branches_that_may_both_run_overlap()
    {
        var plan = PlannedText.OnlyPlan(
            """
            public partial ValueTask<Optional<C>> RunAsync(bool flag, bool other);
            [Stage, When("flag")] ValueTask<A> FirstAsync() => default;
            [Stage, Unless("other")] ValueTask<A> SecondAsync() => default;
            [Stage] C Join([From(nameof(FirstAsync), nameof(SecondAsync))] A a) => new();
            """
        );

        Assert.Equal(PlanLowering.Concurrent, plan.Lowering);
    }
}
