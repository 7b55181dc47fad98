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
    public void What_has_settled_moves_into_the_run_object()
    {
        var planned = PlannedText.Plan(Fan);

        Assert.Collection(
            planned.Plans[0].Suspensions,
            one => Assert.Equal("Root", planned.Names(0, one.Settled)),
            two => Assert.Equal("One Root", planned.Names(0, two.Settled))
        );
    }

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

    private static IEnumerable<int> Places(ulong bits) =>
        Enumerable.Range(0, 64).Where(place => (bits & (1UL << place)) != 0);
}
