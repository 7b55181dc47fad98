using Sluice.FunctionalTests.Harness;
using Sluice.FunctionalTests.Values;

namespace Sluice.FunctionalTests.Language;

/// <summary>The information that a stage gets about its run.</summary>
public sealed partial class StageContextTests
{
    [Fact]
    public void All_stages_of_a_run_see_one_id_and_the_next_run_has_another()
    {
        var pipeline = new Synchronous(new Pricing());

        var one = pipeline.Run(1);
        var other = pipeline.Run(1);

        Assert.Equal(one.First.RunId, one.Second.RunId);
        Assert.Equal(other.First.RunId, other.Second.RunId);
        Assert.NotEqual(one.First.RunId, other.First.RunId);
        Assert.Equal(7, one.First.RunId.Version);
        Assert.Equal(7, other.First.RunId.Version);
    }

    [Fact]
    public void A_stage_is_told_its_name_as_the_graph_has_it()
    {
        var (first, second) = new Synchronous(new Pricing()).Run(1);

        Assert.Equal("Load", first.StageName);
        Assert.Equal("pricing.Load", second.StageName);
    }

    [Fact]
    public async Task The_id_stays_the_same_when_the_run_is_suspended()
    {
        var pipeline = new Suspending();
        var gates = new[] { new Gate(), new Gate() };
        var runs = gates.Select(gate => pipeline.RunAsync(gate).AsTask()).ToArray();
        gates[1].Open(1);
        gates[0].Open(1);

        var ids = new List<Guid>();
        foreach (var run in runs)
        {
            var (before, after) = await run.OrHang();
            Assert.Equal(before.Id, after.Id);
            Assert.Equal(7, before.Id.Version);
            ids.Add(before.Id);
        }

        Assert.NotEqual(ids[0], ids[1]);
    }

    [Fact]
    public async Task The_id_is_the_same_in_stages_that_overlap()
    {
        var gate = new Gate();
        var run = new Overlapping().RunAsync(gate).AsTask();
        gate.Open(1);

        var (before, after) = await run.OrHang();

        Assert.Equal(before.Id, after.Id);
        Assert.NotEqual(Guid.Empty, before.Id);
    }

    [Fact]
    public void The_token_is_the_one_that_the_stage_could_ask_for_itself()
    {
        using var source = new CancellationTokenSource();

        Assert.Equal(source.Token, new WithToken().Run(1, source.Token).Token);
    }

    public readonly record struct Before(Guid Id);

    public readonly record struct After(Guid Id);

    public readonly record struct Seen(CancellationToken Token);

    public sealed record FirstSeen(Guid RunId, string StageName);

    public sealed record SecondSeen(Guid RunId, string StageName);

    public sealed class Pricing
    {
        [Stage]
        public SecondSeen Load(int number, StageContext context) =>
            new(number == 0 ? Guid.Empty : context.RunId, context.StageName);
    }

    [Pipeline]
    private sealed partial class Synchronous([Stages] Pricing pricing)
    {
        public partial (FirstSeen First, SecondSeen Second) Run(int number);

        [Stage]
        private static FirstSeen Load(StageContext context) => new(context.RunId, context.StageName);
    }

    [Pipeline]
    private sealed partial class Suspending
    {
        public partial ValueTask<(Before, After)> RunAsync(Gate gate);

        [Stage]
        private static Before Start(StageContext context) => new(context.RunId);

        [Stage]
        private static async Task<First> WaitAsync(Gate gate, Before before) =>
            new(await gate.WaitAsync() + (before.Id == Guid.Empty ? 1 : 0));

        [Stage]
        private static After End(First first, StageContext context) =>
            new(first.Number == 0 ? Guid.Empty : context.RunId);
    }

    [Pipeline]
    private sealed partial class Overlapping
    {
        public partial ValueTask<(Before, After)> RunAsync(Gate gate);

        [Stage]
        private static async Task<Before> BeforeAsync(Gate gate, StageContext context)
        {
            await gate.WaitAsync();
            return new(context.RunId);
        }

        [Stage]
        private static async Task<After> AfterAsync(Gate gate, StageContext context)
        {
            await gate.WaitAsync();
            return new(context.RunId);
        }
    }

    [Pipeline]
    private sealed partial class WithToken
    {
        public partial Seen Run(int number, CancellationToken token);

        [Stage]
        private static Seen See(int number, StageContext context) =>
            new(number == 0 ? CancellationToken.None : context.CancellationToken);
    }
}
