using Sluice.FunctionalTests.Harness;
using Sluice.FunctionalTests.Values;

namespace Sluice.FunctionalTests.RunContexts;

/// <summary>A pipeline that another contains twice, as two members.</summary>
public sealed partial class NestedTwiceTests
{
    private readonly Journal _journal = new();
    private readonly Gate _left = new();
    private readonly Gate _right = new();

    [Fact]
    public void Its_entry_points_have_the_names_of_the_members()
    {
        Assert.Equal(["first.Load", "second.Load"], Straight.Graph.Stages.Select(stage => stage.Name));
        Assert.Equal(
            ["first.Load, second.Load", "first.Load", "second.Load", "first.Load, second.Load"],
            Straight.Graph.EntryPoints.Select(point => string.Join(", ", point.Order))
        );
    }

    [Fact]
    public void The_name_of_a_member_selects_its_value()
    {
        var (first, second) = new Straight(new Child("a"), new Child("b")).Run(new First(1));

        Assert.Equal(("a1", "b1"), (first.Text, second.Text));
    }

    [Fact]
    public void From_names_a_member()
    {
        var pipeline = new Straight(new Child("a"), new Child("b"));

        Assert.Equal("a1", pipeline.One(new First(1)).Text);
        Assert.Equal("b1", pipeline.Other(new First(1)).Text);
    }

    [Fact]
    public async Task Parameters_conditions_and_orders_name_a_member()
    {
        _left.Open(1);
        _right.Open(2);
        Assert.Equal("left1 > right2", (await NewCrossing().CompareAsync(new First(0)).OrHang()).Text);
        Assert.Equal("left1", (await NewCrossing().ChooseAsync(new First(0)).OrHang()).ValueOr("none"));
        Assert.Equal(["left", "right", "noted", "left"], _journal.Entries);
        Assert.Equal("none", (await NewCrossing().ChooseAsync(new First(-1)).OrHang()).ValueOr("none"));
    }

    [Fact]
    public async Task Both_run_at_the_same_time_and_the_report_tells_which_has_failed()
    {
        var failure = new InvalidDataException("no answer");
        var run = NewCrossing().TryAsync(new First(0)).AsTask();
        Assert.Equal(["left", "right"], _journal.Entries);
        _right.Fail(failure);
        _left.Open(1);

        var result = await run.OrHang();

        Assert.Same(failure, result.Outcome.Exception);
        Assert.Equal("right.Load", result.FailedStage?.Name);
        Assert.Equal(
            [("left.Load", StageStatus.Completed), ("right.Load", StageStatus.Failed)],
            result
                .Stages.Where(stage => stage.Name.EndsWith(".Load", StringComparison.Ordinal))
                .Select(stage => (stage.Name, stage.Status))
        );
        Assert.Equal("left1", Crossing.StagesOf(result).Left_Load.Value.Text);
        Assert.Same(failure, Crossing.StagesOf(result).Right_Load.Exception);
    }

    [Fact]
    public async Task The_report_beside_an_exception_is_that_of_the_outer_run_and_tells_which_has_failed()
    {
        _left.Fail(new InvalidDataException("no answer"));
        _right.Open(1);

        var thrown = await Assert.ThrowsAsync<InvalidDataException>(() =>
            NewCrossing().CompareAsync(new First(0)).AsTask().OrHang()
        );

        var report = RunFailure.Of(thrown)!.Report!;
        Assert.Equal("left.Load", Assert.Single(report.Stages, stage => stage.Error is not null).Name);
    }

    [Fact]
    public void Further_failures_of_both_are_kept()
    {
        var thrown = Assert.Throws<InvalidDataException>(() =>
            new Undone(new Failing("first"), new Failing("second")).Run(new First(1))
        );

        Assert.Equal("first", thrown.Message);
        var failure = RunFailure.Of(thrown)!;
        Assert.Equal(
            ["first undo", "second", "second undo"],
            failure.FurtherFailures.Select(further => further.Message).Order(StringComparer.Ordinal)
        );
        Assert.Equal(
            ["first.Do first", "second.Do second"],
            failure
                .Report!.Stages.Where(stage => stage.Error is not null)
                .Select(stage => $"{stage.Name} {stage.Error!.Message}")
        );
    }

    [Fact]
    public void Each_instance_keeps_the_state_of_its_own_policies()
    {
        var (first, second) = (new Breaking(), new Breaking { Fails = true });
        var pipeline = new Circuits(first, second);

        var result = pipeline.Run(new First(1));
        Assert.Equal("second.Call", result.FailedStage?.Name);
        Assert.Equal((CircuitState.Closed, CircuitState.Open), (first.AskCircuit.State, second.AskCircuit.State));

        second.Fails = false;
        Assert.IsType<CircuitOpenException>(pipeline.Run(new First(1)).Outcome.Exception);
        Assert.Equal((2, 1), (first.Calls, second.Calls));
    }

    [Fact]
    public void One_instance_may_be_both_and_then_they_share_its_state()
    {
        var both = new Breaking { Fails = true };

        var result = new Circuits(both, both).Run(new First(1));

        Assert.Equal("first.Call", result.FailedStage?.Name);
        Assert.Equal((CircuitState.Open, 1), (both.AskCircuit.State, both.Calls));
    }

    [Fact]
    public void The_observer_of_the_outer_run_is_told_the_names_of_the_members()
    {
        _ = new Straight(new Child("a"), new Child("b")).Watch(new First(1), new Noting(_journal));

        Assert.Equal(
            [
                "StageStarted first.Load",
                "StageCompleted first.Load",
                "StageStarted second.Load",
                "StageCompleted second.Load",
            ],
            _journal.Entries
        );
    }

    [Fact]
    public void Nested_runs_have_an_id_each_and_the_same_parent()
    {
        var context = new RunContext();

        var (first, second) = new Contexts(new Seeing(), new Seeing()).Run(new First(1), context);

        Assert.Equal((context.RunId, context.RunId), (first.Context.ParentRunId, second.Context.ParentRunId));
        Assert.NotEqual(first.Context.RunId, second.Context.RunId);
    }

    private Crossing NewCrossing() =>
        new(_journal, new Waiting("left", _left, _journal), new Waiting("right", _right, _journal));

    public sealed record Loaded(string Text);

    public sealed record Seen(RunContext Context);

    private readonly struct Noting(Journal journal) : IRunObserver
    {
        public void Observe(in RunEvent runEvent)
        {
            if (runEvent.Kind is RunEventKind.StageStarted or RunEventKind.StageCompleted)
            {
                journal.Add($"{runEvent.Kind} {runEvent.Stage}");
            }
        }
    }

    [Pipeline]
    public sealed partial class Child(string name)
    {
        public partial Loaded Load(First number);

        [Stage]
        private Loaded Read(First number) => new($"{name}{number.Number}");
    }

    [Pipeline]
    private sealed partial class Straight([Stages] Child first, [Stages] Child second)
    {
        public partial (Loaded First, Loaded SecondLoad) Run(First number);

        [return: From("first.Load")]
        public partial Loaded One(First number);

        [return: From("second.LoadAsync")]
        public partial Loaded Other(First number);

        public partial (Loaded First, Loaded Second) Watch<TObserver>(First number, TObserver observer)
            where TObserver : struct, IRunObserver;
    }

    [Pipeline]
    public sealed partial class Waiting(string name, Gate gate, Journal journal)
    {
        public partial ValueTask<Loaded> LoadAsync(First number);

        public partial bool IsPositive(First number);

        [Stage]
        private static bool Test(First number) => number.Number >= 0;

        [Stage]
        private async Task<Loaded> ReadAsync(First number)
        {
            journal.Add(name);
            return new($"{name}{await gate.WaitAsync() + number.Number}");
        }
    }

    [Pipeline(OnFailure = FailureMode.Continue)]
    private sealed partial class Crossing(Journal journal, [Stages] Waiting left, [Stages] Waiting right)
    {
        [return: From(nameof(Compare))]
        public partial ValueTask<Loaded> CompareAsync(First number);

        [return: From(nameof(Compare))]
        public partial ValueTask<PipelineResult<Loaded>> TryAsync(First number);

        [return: From(nameof(Choose))]
        public partial ValueTask<Optional<string>> ChooseAsync(First number);

        [Stage]
        private static Loaded Compare(Loaded left, [From("right.Load")] Loaded other) =>
            new($"{left.Text} > {other.Text}");

        [Stage, When("right.IsPositive")]
        private static string Choose(Loaded left) => left.Text;

        [Stage(Only = [nameof(CompareAsync)]), After("right.Load")]
        private void Note(First number) => journal.Add(number.Number < 0 ? "" : "noted");
    }

    [Pipeline]
    public sealed partial class Failing(string name)
    {
        public partial Second Do(First number);

        [Stage, Compensate(nameof(Undo))]
        private static Second Prepare(First number) => new(number.Number);

        private void Undo(Second prepared) => throw new IOException(prepared.Number > 0 ? $"{name} undo" : "");

        [Stage, After(nameof(Prepare))]
        private void Fail(Second prepared) => throw new InvalidDataException(prepared.Number > 0 ? name : "");
    }

    [Pipeline(OnFailure = FailureMode.Continue)]
    private sealed partial class Undone([Stages] Failing first, [Stages] Failing second)
    {
        public partial (Second First, Second Second) Run(First number);
    }

    [Pipeline]
    public sealed partial class Breaking
    {
        public bool Fails { get; set; }

        public int Calls { get; private set; }

        public partial Third Call(First number);

        [Stage, CircuitBreaker(1, "00:01:00")]
        private Third Ask(First number)
        {
            Calls++;
            return Fails ? throw new InvalidDataException() : new(number.Number);
        }
    }

    [Pipeline]
    private sealed partial class Circuits([Stages] Breaking first, [Stages] Breaking second)
    {
        public partial PipelineResult<(Third First, Third Second)> Run(First number);
    }

    [Pipeline]
    public sealed partial class Seeing
    {
        public partial Seen See(First number, RunContext? context = null);

        [Stage]
        private static Seen Look(First number, RunContext context) =>
            new(number.Number < 0 ? new RunContext() : context);
    }

    [Pipeline]
    private sealed partial class Contexts([Stages] Seeing first, [Stages] Seeing second)
    {
        public partial (Seen First, Seen Second) Run(First number, RunContext context);
    }
}
