using Sluice.Compiler.Plan;

namespace Sluice.Compiler.Tests.Plan;

public sealed class SuspensionPointsTests
{
    private const string Fan = """
        public partial ValueTask<E> RunAsync(int x);
        [Stage] A Root(int x) => new();
        [Stage] async Task<B> OneAsync(A a) => new();
        [Stage] async Task<C> TwoAsync(A a) => new();
        [Stage] D Three(A a) => new();
        [Stage] E Join(B b, C c, D d) => new();
        """;

    [Fact]
    public void What_may_start_meanwhile_is_ready()
    {
        var planned = PlannedText.Plan(Fan);

        Assert.Collection(
            planned.Plans[0].Suspensions,
            one => Assert.Equal("Two Three", planned.Names(0, Places(one.Ready))),
            two => Assert.Equal("Three", planned.Names(0, Places(two.Ready)))
        );
    }

    [Fact]
    public void A_join_knows_how_many_it_still_waits_for_once_some_have_ended()
    {
        var planned = PlannedText.Plan(Fan);

        Assert.Empty(planned.Plans[0].Suspensions[0].Joins);
        Assert.Equal(2, Assert.Single(planned.Plans[0].Suspensions[1].Joins).Waiting);
    }

    [Fact]
    public void A_chain_has_no_statements_and_starts_on_the_stack()
    {
        var stages = string.Concat(
            Enumerable.Range(1, 63).Select(i => Type(i) + $"[Stage] async Task<V{i}> S{i}Async(V{i - 1} v) => new();")
        );

        var plan = PlannedText.OnlyPlan(
            $"public partial ValueTask<V63> RunAsync(int x); {Type(0)} [Stage] async Task<V0> S0Async(int x) => new(); {stages}"
        );

        Assert.False(plan.StartsSuspended);
        Assert.Equal(64, plan.Suspensions.Count);
        Assert.Equal(0, SuspensionPoints.StatementsOf(plan.Suspensions, isObserved: true));
    }

    [Theory]
    [InlineData("RunAsync(int x)", false)]
    [InlineData("RunAsync<TObserver>(int x, TObserver observer) where TObserver : struct, IRunObserver", true)]
    public void Sixty_three_stages_side_by_side_start_in_the_object_only_if_an_observer_is_told_which_are_ready(
        string entryPoint,
        bool startsSuspended
    )
    {
        var stages = string.Concat(
            Enumerable.Range(0, 63).Select(i => Type(i) + $"[Stage] async Task<V{i}> S{i}Async(int x) => new();")
        );

        var plan = PlannedText.OnlyPlan(
            $"public partial ValueTask<A> {entryPoint}; [Stage] A Join({Parameters(63)}) => new(); {stages}"
        );

        Assert.Equal(startsSuspended, plan.StartsSuspended);
    }

    [Fact]
    public void Each_suspension_point_sets_the_counters_of_the_joins_of_which_a_part_has_ended()
    {
        var stages = string.Concat(
            Enumerable.Range(0, 32).Select(i => Type(i) + $"[Stage] async Task<V{i}> S{i}Async(int x) => new();")
        );
        var joins = string.Concat(
            Enumerable.Range(32, 31).Select(i => Type(i) + $"[Stage] V{i} S{i}({Parameters(32)}) => new();")
        );
        var last = string.Join(", ", Enumerable.Range(32, 31).Select(i => $"V{i} v{i}"));

        var plan = PlannedText.OnlyPlan(
            $"public partial ValueTask<A> RunAsync(int x); [Stage] A Last({last}) => new(); {stages} {joins}"
        );

        // The first of the 32 stages is under way before any has ended.
        Assert.Equal(31 * 31, SuspensionPoints.StatementsOf(plan.Suspensions, isObserved: false));
        Assert.False(plan.StartsSuspended);
    }

    [Fact]
    public void A_run_of_two_hundred_stages_has_no_suspension_points()
    {
        var stages = string.Concat(
            Enumerable
                .Range(1, 199)
                .Select(i =>
                    Type(i)
                    + (
                        i % 2 == 1
                            ? $"[Stage] V{i} S{i}(V{i - 1} v) => new();"
                            : $"[Stage] async Task<V{i}> S{i}Async(V{i - 1} v) => new();"
                    )
                )
        );

        var plan = PlannedText.OnlyPlan(
            $"public partial ValueTask<V199> RunAsync(int x); {Type(0)} [Stage] async Task<V0> S0Async(int x) => new(); {stages}"
        );

        Assert.True(plan.StartsSuspended);
        Assert.True(plan.IsSegmented);
        Assert.Empty(plan.Suspensions);
    }

    private static string Type(int number) => $"public record V{number}; ";

    private static string Parameters(int count) =>
        string.Join(", ", Enumerable.Range(0, count).Select(i => $"V{i} v{i}"));

    private static IEnumerable<int> Places(ulong bits) =>
        Enumerable.Range(0, 64).Where(place => (bits & (1UL << place)) != 0);
}
