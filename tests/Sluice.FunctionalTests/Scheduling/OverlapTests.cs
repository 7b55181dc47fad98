using Sluice.FunctionalTests.Harness;
using Sluice.FunctionalTests.Values;

namespace Sluice.FunctionalTests.Scheduling;

/// <summary>Stages start as soon as their dependencies have settled, and not earlier.</summary>
public sealed partial class OverlapTests
{
    [Fact]
    public async Task Case_1_independent_asynchronous_stages_are_under_way_together()
    {
        var journal = new Journal();
        var gates = new Gate[] { new(), new(), new() };

        var run = new Independent(journal).RunAsync(gates).AsTask();

        Assert.Equal(["First starts", "Second starts", "Third starts"], journal.Entries);
        gates[2].Open(3);
        gates[0].Open(1);
        Assert.False(run.IsCompleted);
        gates[1].Open(2);
        Assert.Equal((new First(1), new Second(2), new Third(3)), await run.OrHang());
    }

    [Fact]
    public async Task Case_2_a_diamond_starts_its_top_first_its_sides_together_and_its_bottom_last()
    {
        var journal = new Journal();
        var gates = new Gate[] { new(), new(), new() };

        var run = new Diamond(journal).RunAsync(gates).AsTask();
        Assert.Equal(["top"], journal.Entries);
        gates[0].Open(1);
        Assert.Equal(["top", "left", "right"], journal.Entries);
        gates[1].Open(10);
        Assert.Equal(["top", "left", "right"], journal.Entries);
        gates[2].Open(100);

        Assert.Equal(new Fourth(112), await run.OrHang());
        Assert.Equal(["top", "left", "right", "bottom"], journal.Entries);
    }

    [Fact]
    public async Task Case_5_a_dependency_named_twice_counts_once()
    {
        var journal = new Journal();
        var gates = new Gate[] { new(), new() };

        var run = new Twice(journal).RunAsync(gates).AsTask();
        gates[0].Open(3);
        Assert.DoesNotContain("third", journal.Entries);
        gates[1].Open(4);

        Assert.Equal(new Third(10), await run.OrHang());
        Assert.Equal(["first", "second", "third"], journal.Entries);
    }

    [Fact]
    public void Case_6_of_several_ready_stages_the_longest_remaining_path_goes_first_and_then_declaration()
    {
        var journal = new Journal();

        _ = new Ordered(journal).Run(1);

        Assert.Equal(["long", "short", "also short", "middle", "end"], journal.Entries);
    }

    [Fact]
    public async Task Case_6_an_asynchronous_stage_goes_before_a_synchronous_one_with_a_longer_path()
    {
        var journal = new Journal();

        _ = await new AsynchronousFirst(journal).RunAsync(1).OrHang();

        Assert.Equal(["asynchronous", "synchronous", "next", "end"], journal.Entries);
    }

    [Fact]
    public async Task Case_7_a_stage_does_not_wait_for_a_level_to_end()
    {
        var journal = new Journal();
        var gates = new Gate[] { new(), new(), new() };

        // Third needs only First. Its level is below that of Second, which is still running.
        var run = new Uneven(journal).RunAsync(gates).AsTask();
        gates[0].Open(1);

        Assert.Equal(["first", "second", "third"], journal.Entries);
        gates[2].Open(3);
        gates[1].Open(2);
        Assert.Equal(new Fourth(6), await run.OrHang());
    }

    [Pipeline]
    private sealed partial class Independent(Journal journal)
    {
        public partial ValueTask<(First, Second, Third)> RunAsync(Gate[] gates);

        [Stage]
        private async Task<First> FirstAsync(Gate[] gates)
        {
            journal.Add("First starts");
            return new First(await gates[0].WaitAsync());
        }

        [Stage]
        private async Task<Second> SecondAsync(Gate[] gates)
        {
            journal.Add("Second starts");
            return new Second(await gates[1].WaitAsync());
        }

        [Stage]
        private async ValueTask<Third> ThirdAsync(Gate[] gates)
        {
            journal.Add("Third starts");
            return new Third(await gates[2].WaitAsync());
        }
    }

    [Pipeline]
    private sealed partial class Diamond(Journal journal)
    {
        public partial ValueTask<Fourth> RunAsync(Gate[] gates);

        [Stage]
        private async Task<First> TopAsync(Gate[] gates)
        {
            journal.Add("top");
            return new First(await gates[0].WaitAsync());
        }

        [Stage]
        private async Task<Second> LeftAsync(Gate[] gates, First top)
        {
            journal.Add("left");
            return new Second(top.Number + await gates[1].WaitAsync());
        }

        [Stage]
        private async Task<Third> RightAsync(Gate[] gates, First top)
        {
            journal.Add("right");
            return new Third(top.Number + await gates[2].WaitAsync());
        }

        [Stage]
        private Fourth Bottom(Second left, Third right) =>
            journal.Add("bottom", new Fourth(left.Number + right.Number));
    }

    [Pipeline]
    private sealed partial class Twice(Journal journal)
    {
        public partial ValueTask<Third> RunAsync(Gate[] gates);

        [Stage]
        private async Task<First> FirstAsync(Gate[] gates)
        {
            journal.Add("first");
            return new First(await gates[0].WaitAsync());
        }

        [Stage]
        private async Task<Second> SecondAsync(Gate[] gates)
        {
            journal.Add("second");
            return new Second(await gates[1].WaitAsync());
        }

        // Depends on First three times: by type, by name, and by order.
        [Stage, After(nameof(FirstAsync))]
        private Third Add(First one, [From(nameof(FirstAsync))] First other, Second second) =>
            journal.Add("third", new Third(one.Number + other.Number + second.Number));
    }

    [Pipeline]
    private sealed partial class Ordered(Journal journal)
    {
        public partial string Run(int number);

        // The remaining path from this stage is as long as that from Middle, which is declared later.
        [Stage]
        private First Short(int number) => journal.Add("short", new First(number));

        [Stage]
        private Second AlsoShort(int number) => journal.Add("also short", new Second(number));

        [Stage]
        private Third Long(int number) => journal.Add("long", new Third(number));

        [Stage]
        private Fourth Middle(Third number) => journal.Add("middle", new Fourth(number.Number));

        [Stage]
        private string End(First first, Second second, Fourth fourth) => journal.Add("end", $"{first}{second}{fourth}");
    }

    [Pipeline]
    private sealed partial class AsynchronousFirst(Journal journal)
    {
        public partial ValueTask<Fourth> RunAsync(int number);

        [Stage]
        private First Synchronous(int number) => journal.Add("synchronous", new First(number));

        [Stage]
        private Second Next(First first) => journal.Add("next", new Second(first.Number));

        [Stage]
        private ValueTask<Third> AsynchronousAsync(int number) => new(journal.Add("asynchronous", new Third(number)));

        [Stage]
        private Fourth End(Second second, Third third) => journal.Add("end", new Fourth(second.Number + third.Number));
    }

    [Pipeline]
    private sealed partial class Uneven(Journal journal)
    {
        public partial ValueTask<Fourth> RunAsync(Gate[] gates);

        [Stage]
        private async Task<First> FirstAsync(Gate[] gates)
        {
            journal.Add("first");
            return new First(await gates[0].WaitAsync());
        }

        [Stage]
        private async Task<Second> SecondAsync(Gate[] gates)
        {
            journal.Add("second");
            return new Second(await gates[1].WaitAsync());
        }

        [Stage]
        private async Task<Third> ThirdAsync(Gate[] gates, First first)
        {
            journal.Add("third");
            return new Third(await gates[2].WaitAsync() * first.Number);
        }

        [Stage]
        private static Fourth End(First first, Second second, Third third) =>
            new(first.Number + second.Number + third.Number);
    }
}
