using Sluice.FunctionalTests.Harness;
using Sluice.FunctionalTests.Values;

namespace Sluice.FunctionalTests.RunContexts;

/// <summary>Runs that are started by other runs: through nested pipelines, and by stages that call a pipeline themselves.</summary>
public sealed partial class NestedRunTests
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(1);

    [Fact]
    public void Case_44_a_nested_run_has_a_context_derived_from_that_of_its_run()
    {
        var clock = new ManualTimeProvider();
        var context = new RunContext
        {
            RequestId = "request",
            SessionId = "session",
            UserId = "user",
            TenantId = "tenant",
            Baggage = new Dictionary<string, string> { ["colour"] = "green" },
            Services = new NoServices(),
            TimeProvider = clock,
            Deadline = clock.GetUtcNow() + Limit,
            MaxDepth = 7,
        };

        var (parent, child) = new Parent(new Child()).Run(1, context);

        Assert.Same(context, parent.Context);
        var derived = child.Context;
        Assert.Equal((context.RunId, 1, 7), (derived.ParentRunId, derived.Depth, derived.MaxDepth));
        Assert.NotEqual(context.RunId, derived.RunId);
        Assert.Equal(7, derived.RunId.Version);
        Assert.Equal(
            (context.RequestId, context.SessionId, context.UserId, context.TenantId, context.Deadline),
            (derived.RequestId, derived.SessionId, derived.UserId, derived.TenantId, derived.Deadline)
        );
        Assert.Same(context.Baggage, derived.Baggage);
        Assert.Same(context.Services, derived.Services);
        Assert.Same(clock, derived.TimeProvider);
    }

    [Fact]
    public void Case_44_it_is_linked_to_a_run_of_which_nothing_was_said()
    {
        var (parent, child) = new Parent(new Child()).Run(1);

        Assert.Equal(parent.Context.RunId, child.Context.ParentRunId);
        Assert.Equal((0, 1), (parent.Context.Depth, child.Context.Depth));
    }

    [Fact]
    public void Case_44_two_nested_runs_of_one_run_have_an_id_each()
    {
        var (left, right) = new Twice(new Child(), new OtherChild()).Run(1, new RunContext());

        Assert.Equal(left.Context.ParentRunId, right.Context.ParentRunId);
        Assert.NotEqual(left.Context.RunId, right.Context.RunId);
    }

    [Fact]
    public async Task Case_44_depth_6_of_5_is_refused()
    {
        var journal = new Journal();
        var pipeline = new Recursive(journal);

        var thrown = await Assert
            .ThrowsAsync<InvalidOperationException>(() =>
                pipeline.RunAsync(10, new RunContext { MaxDepth = 5 }).AsTask()
            )
            .OrHang();

        Assert.Equal(["0", "1", "2", "3", "4", "5"], journal.Entries);
        Assert.Contains("5 runs are already nested, and MaxDepth is 5", thrown.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Case_44_as_deep_as_is_allowed_is_allowed()
    {
        var journal = new Journal();

        var result = await new Recursive(journal).RunAsync(5, new RunContext { MaxDepth = 5 }).OrHang();

        Assert.Equal(new First(5), result);
        Assert.Equal(6, journal.Entries.Count);
    }

    [Fact]
    public async Task Case_44_without_a_word_the_limit_is_32()
    {
        var journal = new Journal();

        await Assert
            .ThrowsAsync<InvalidOperationException>(() => new Recursive(journal).RunAsync(100).AsTask())
            .OrHang();

        Assert.Equal(33, journal.Entries.Count);
    }

    [Fact]
    public async Task Case_45_a_nested_run_is_cancelled_with_its_run_and_awaited()
    {
        using var source = new CancellationTokenSource();
        var journal = new Journal();
        var (gate, end) = (new Gate(), new Gate());
        var run = new Outer(journal, new Inner(journal, end)).RunAsync(gate, source.Token).AsTask();

        Assert.Equal(["inner began"], journal.Entries);
        source.Cancel();
        Assert.Equal(["inner began", "inner cancelled"], journal.Entries);
        Assert.False(run.IsCompleted);
        end.Open(1);

        var thrown = await Assert.ThrowsAnyAsync<OperationCanceledException>(() => run).OrHang();
        Assert.Equal(source.Token, thrown.CancellationToken);
        Assert.Equal(["inner began", "inner cancelled", "inner ended", "inner clean"], journal.Entries);
    }

    [Fact]
    public async Task Case_45_a_nested_run_is_cancelled_where_a_stage_beside_it_fails()
    {
        var failure = new InvalidDataException();
        var journal = new Journal();
        var (gate, end, beside) = (new Gate(), new Gate(), new Gate());
        var run = new Beside(new Inner(journal, end)).RunAsync(gate, beside).AsTask();

        beside.Fail(failure);
        Assert.Equal(["inner began", "inner cancelled"], journal.Entries);
        Assert.False(run.IsCompleted);
        end.Open(1);

        Assert.Same(failure, await Assert.ThrowsAsync<InvalidDataException>(() => run).OrHang());
        Assert.Equal("inner clean", journal.Entries[^1]);
    }

    [Fact]
    public async Task The_deadline_of_a_run_is_that_of_the_runs_that_it_starts()
    {
        var clock = new ManualTimeProvider();
        var context = new RunContext { TimeProvider = clock, Deadline = clock.GetUtcNow() + Limit };
        var journal = new Journal();
        var (gate, end) = (new Gate(), Gate.Opened(1));
        var run = new Outer(journal, new Inner(journal, end)).RunInAsync(gate, context).AsTask();

        clock.Advance(Limit);

        var thrown = await Assert.ThrowsAsync<TimeoutException>(() => run).OrHang();
        Assert.Contains("2030-01-01T00:01:00", thrown.Message, StringComparison.Ordinal);
        Assert.Equal(["inner began", "inner cancelled", "inner ended", "inner clean"], journal.Entries);
    }

    [Fact]
    public void A_stage_may_take_the_context_of_its_run_as_it_is()
    {
        var context = new RunContext();

        Assert.Same(context, new Taking().Run(1, context).Context);
        Assert.Equal(7, new Taking().Run(1).Context.RunId.Version);
        Assert.NotEqual(new Taking().Run(1).Context.RunId, new Taking().Run(1).Context.RunId);
    }

    public sealed record ParentSeen(RunContext Context);

    public sealed record ChildSeen(RunContext Context);

    public sealed record OtherSeen(RunContext Context);

    private sealed class NoServices : IServiceProvider
    {
        public object? GetService(Type serviceType) => null;
    }

    [Pipeline]
    public sealed partial class Child
    {
        public partial ChildSeen RunChild(int number, RunContext? context = null);

        [Stage]
        private static ChildSeen See(int number, StageContext context) =>
            new(number == 0 ? new RunContext() : context.Run);
    }

    [Pipeline]
    public sealed partial class OtherChild
    {
        public partial OtherSeen RunOther(int number, RunContext? context = null);

        [Stage]
        private static OtherSeen See(int number, StageContext context) =>
            new(number == 0 ? new RunContext() : context.Run);
    }

    [Pipeline]
    private sealed partial class Parent([Stages] Child child)
    {
        public partial (ParentSeen Parent, ChildSeen Child) Run(int number, RunContext? context = null);

        [Stage]
        private static ParentSeen See(StageContext context) => new(context.Run);
    }

    [Pipeline]
    private sealed partial class Twice([Stages] Child left, [Stages] OtherChild right)
    {
        public partial (ChildSeen Left, OtherSeen Right) Run(int number, RunContext? context = null);
    }

    [Pipeline]
    private sealed partial class Recursive(Journal journal)
    {
        public partial ValueTask<First> RunAsync(int depth, RunContext? context = null);

        [Stage]
        private async ValueTask<First> GoDeeperAsync(int depth, StageContext context)
        {
            journal.Add($"{context.Run.Depth}");
            return depth == 0
                ? new First(0)
                : new First(1 + (await RunAsync(depth - 1, context.Run.CreateNested())).Number);
        }
    }

    [Pipeline]
    public sealed partial class Inner(Journal journal, Gate end)
    {
        public partial ValueTask<Second> RunInnerAsync(
            Gate gate,
            RunContext? context = null,
            CancellationToken token = default
        );

        [Stage]
        private async Task<Second> WaitAsync(Gate gate, StageContext context)
        {
            context.OnCleanUp(() => journal.Add("inner clean"));
            journal.Add("inner began");
            try
            {
                return new(await gate.WaitOrCancelAsync(context.CancellationToken));
            }
            catch (OperationCanceledException)
            {
                journal.Add("inner cancelled");
                await end.WaitAsync();
                journal.Add("inner ended");
                throw;
            }
        }
    }

    [Pipeline]
    private sealed partial class Outer(Journal journal, [Stages] Inner inner)
    {
        public partial ValueTask<Third> RunAsync(Gate gate, CancellationToken token);

        public partial ValueTask<Third> RunInAsync(Gate gate, RunContext context);

        [Stage]
        private Third End(Second second) => journal.Add("outer ends", new Third(second.Number));
    }

    [Pipeline]
    private sealed partial class Beside([Stages] Inner inner)
    {
        public partial ValueTask<Third> RunAsync(Gate gate, Gate beside);

        [Stage]
        private static async Task<First> BesideAsync(Gate beside) => new(await beside.WaitAsync());

        [Stage]
        private static Third End(First first, Second second) => new(first.Number + second.Number);
    }

    [Pipeline]
    private sealed partial class Taking
    {
        public partial ParentSeen Run(int number, RunContext? context = null);

        [Stage]
        private static ParentSeen Take(int number, RunContext context) => new(number == 0 ? new RunContext() : context);
    }
}
