namespace Sluice.Compiler.Tests.Plan;

public sealed class StaticOrderTests
{
    [Fact]
    public void Asynchronous_stages_come_first_then_longer_paths_then_declaration()
    {
        var planned = PlannedText.Plan(
            """
            public partial ValueTask<(B, C, D, E)> RunAsync(int x);
            [Stage] B Short(int x) => new();
            [Stage] C Other(int x) => new();
            [Stage] A Long(int x) => new();
            [Stage] D Longer(A a) => new();
            [Stage] async Task<E> LastAsync(int x) => new();
            """
        );

        Assert.Equal("Last Long Short Other Longer", planned.Order());
    }

    [Fact]
    public void The_schedule_takes_the_first_ready_stage_again_and_again()
    {
        var planned = PlannedText.Plan(
            """
            public partial ValueTask<(D, E)> RunAsync(int x);
            [Stage] E Aside(int x) => new();
            [Stage] A First(int x) => new();
            [Stage] async Task<B> SecondAsync(A a) => new();
            [Stage] D Third(B b) => new();
            """
        );

        Assert.Equal("Second First Aside Third", planned.Order());
        Assert.Equal("First Second Aside Third", planned.Schedule());
    }

    [Fact]
    public void A_predecessor_that_another_one_waits_for_is_not_counted()
    {
        var planned = PlannedText.Plan(
            """
            public partial D Run(int x);
            [Stage] A First(int x) => new();
            [Stage] B Second(A a) => new();
            [Stage] D Third(A a, B b) => new();
            """
        );

        Assert.Equal("Second", planned.WaitsFor("Third"));
    }

    [Fact]
    public void Two_thousand_stages_in_a_chain_are_planned_without_recursion()
    {
        var stages = string.Concat(
            Enumerable.Range(1, 2_000).Select(i => $"[Stage, After(\"E{i - 1}\")] void E{i}() {{ }}")
        );
        var planned = PlannedText.Plan("public partial void Run(int x); [Stage] void E0(int x) { }" + stages);

        Assert.Equal(2_001, planned.Plans[0].Schedule.Count);
    }
}
