using Sluice.FunctionalTests.Harness;

namespace Sluice.FunctionalTests.Loops;

/// <summary>Loops in each lowering: the rounds that they make, and their ends.</summary>
public sealed partial class LoopLoweringTests
{
    [Theory]
    [Paces(1, "1")]
    [Paces(3, "3")]
    [Paces(4, "4")]
    public void A_loop_ends_in_the_round_in_which_its_decision_says_so(Pace pace, int endsAt, string result)
    {
        foreach (var run in Runs(endsAt))
        {
            var steps = new Steps(pace);

            Assert.Equal(result, steps.Finish(run(steps)));

            Assert.Equal(endsAt, steps.Entries.Count(entry => entry.StartsWith("Double", StringComparison.Ordinal)));
            Assert.Equal(["Render"], steps.Entries.Where(entry => entry == "Render"));
            Assert.Equal(
                Enumerable.Range(1, endsAt).Select(round => $"Decide {round} {2 * round}"),
                steps.Entries.Where(entry => entry.StartsWith("Decide", StringComparison.Ordinal))
            );
        }
    }

    [Theory]
    [Paces]
    public void A_loop_that_goes_on_after_its_last_round_fails(Pace pace)
    {
        foreach (var run in Runs(endsAt: 5))
        {
            var steps = new Steps(pace);

            var thrown = Assert.Throws<LoopExhaustedException>(() => steps.Finish(run(steps)));

            Assert.Equal(("Decide", 4), (thrown.Decision, thrown.Rounds));
            Assert.DoesNotContain("Render", steps.Entries);
            Assert.Equal(4, steps.Entries.Count(entry => entry.StartsWith("Decide", StringComparison.Ordinal)));
        }
    }

    [Theory]
    [Paces]
    public void A_method_gives_the_result_of_a_loop_that_goes_on_after_its_last_round(Pace pace)
    {
        var steps = new Steps(pace);

        Assert.Equal("gave up with 3 after 2, 4", steps.Finish(new GivingUp(steps).RunAsync(1)));
        Assert.Equal(
            ["Decide 1", "Decide 2", "GiveUp"],
            steps.Entries.Where(entry => !entry.StartsWith("Double", StringComparison.Ordinal))
        );
    }

    [Fact]
    public void The_graph_tells_the_lowerings()
    {
        Assert.Equal(Lowering.StraightLine, Straight.Graph.EntryPoints.Single(entry => entry.Name == "Run").Lowering);
        Assert.Equal(
            Lowering.Sequential,
            Sequential.Graph.EntryPoints.Single(entry => entry.Name == "RunAsync").Lowering
        );
        Assert.Equal(
            Lowering.Concurrent,
            Concurrent.Graph.EntryPoints.Single(entry => entry.Name == "RunAsync").Lowering
        );
        Assert.Equal(
            Lowering.Concurrent,
            GivingUp.Graph.EntryPoints.Single(entry => entry.Name == "RunAsync").Lowering
        );
    }

    private static Func<Steps, ValueTask<string>>[] Runs(int endsAt) =>
        [
            steps => new(new Straight(steps, endsAt).Run(1)),
            steps => new Straight(steps, endsAt).RunAsync(1),
            steps => new Sequential(steps, endsAt).RunAsync(1),
            steps => new Concurrent(steps, endsAt).RunAsync(1),
        ];

    [Pipeline]
    private sealed partial class Straight(Steps steps, int endsAt)
    {
        public partial string Run(int start, CancellationToken token = default);

        public partial ValueTask<string> RunAsync(int start, CancellationToken token = default);

        [Stage]
        private long Double([Carried] int number) => steps.Note("Double", number * 2L);

        [Stage, Loop(MaxRounds = 4)]
        private Loop<int, double> Decide([Carried] int number, long twice)
        {
            steps.Note($"Decide {number} {twice}");
            return number >= endsAt ? Loop.Done(twice / 2.0) : Loop.Again(number + 1);
        }

        [Stage]
        private string Render(double value) => steps.Note("Render", $"{value}");
    }

    [Pipeline]
    private sealed partial class Sequential(Steps steps, int endsAt)
    {
        public partial ValueTask<string> RunAsync(int start, CancellationToken token = default);

        [Stage]
        private ValueTask<long> DoubleAsync([Carried] int number, CancellationToken token) =>
            steps.NoteAsync("Double", number * 2L);

        [Stage, Loop(MaxRounds = 4)]
        private async ValueTask<Loop<int, double>> DecideAsync([Carried] int number, long twice)
        {
            await steps.NoteAsync($"Decide {number} {twice}", 0);
            return number >= endsAt ? Loop.Done(twice / 2.0) : Loop.Again(number + 1);
        }

        [Stage]
        private ValueTask<string> RenderAsync(double value) => steps.NoteAsync("Render", $"{value}");
    }

    [Pipeline]
    private sealed partial class Concurrent(Steps steps, int endsAt)
    {
        public partial ValueTask<string> RunAsync(int start, CancellationToken token = default);

        [Stage]
        private ValueTask<long> DoubleAsync([Carried] int number, CancellationToken token) =>
            steps.NoteAsync("Double", number * 2L);

        [Stage]
        private ValueTask<short> HalfAsync([Carried] int number, CancellationToken token) =>
            steps.NoteAsync("Half", (short)(number / 2));

        [Stage]
        private ValueTask<byte> BesideAsync(int start, CancellationToken token) =>
            steps.NoteAsync("Beside", (byte)start);

        [Stage, Loop(MaxRounds = 4)]
        private Loop<int, double> Decide([Carried] int number, long twice, short half)
        {
            Assert.Equal(number / 2, half);
            steps.Note($"Decide {number} {twice}");
            return number >= endsAt ? Loop.Done(twice / 2.0) : Loop.Again(number + 1);
        }

        [Stage]
        private ValueTask<string> RenderAsync(double value, byte beside) => steps.NoteAsync("Render", $"{value}");
    }

    [Pipeline]
    private sealed partial class GivingUp(Steps steps)
    {
        public partial ValueTask<string> RunAsync(int start, CancellationToken token = default);

        [Stage]
        private ValueTask<long> DoubleAsync([Carried] int number) => steps.NoteAsync("Double", number * 2L);

        [Stage]
        private ValueTask<short> SameAsync([Carried] int number) => steps.NoteAsync("Double", (short)number);

        [Stage, Loop(MaxRounds = 2, Exhausted = nameof(GiveUp))]
        private Loop<int, string> Decide(long twice, short same)
        {
            steps.Note($"Decide {same}");
            return Loop.Again(same + 1);
        }

        private string GiveUp(int state, long twice, short same) =>
            steps.Note("GiveUp", $"gave up with {state} after {same}, {twice}");
    }
}
