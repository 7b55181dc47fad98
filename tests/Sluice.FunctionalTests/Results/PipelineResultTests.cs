using Sluice.FunctionalTests.Harness;
using Sluice.FunctionalTests.Values;

namespace Sluice.FunctionalTests.Results;

/// <summary>Entry points that do not throw the failures of stages but return a report on each stage.</summary>
public sealed partial class PipelineResultTests
{
    [Theory]
    [Paces]
    public void A_good_run_gives_its_output_and_what_became_of_each_stage(Pace pace)
    {
        var result = Run(pace, new Order(5, null), out _);

        Assert.True(result.IsSuccess);
        Assert.Equal(new Third(6), result.Outcome.Value);
        Assert.Null(result.FailedStage);
        Assert.Equal($"{new Third(6)}", result.ToString());
        Assert.Empty(result.FurtherFailures);
        Assert.Equal(
            [
                "Charge Completed 1",
                "Discount Skipped 0 'IsLarge' is false",
                "IsLarge Completed 1",
                "Reserve Completed 1",
            ],
            Describe(result)
        );
        Assert.All(
            result.Stages,
            stage => Assert.Equal(stage.Status == StageStatus.Completed, stage.Duration is not null)
        );
        Assert.All(result.Stages, stage => Assert.True(stage.Duration is null || stage.Duration >= TimeSpan.Zero));
        Assert.Same(result.Report.Stages, result.Stages);
    }

    [Theory]
    [Paces]
    public void Case_20_a_failure_does_not_throw_and_what_was_achieved_is_not_lost(Pace pace)
    {
        var failure = new InvalidDataException("no money");

        var result = Run(pace, new Order(50, failure), out var steps);

        Assert.False(result.IsSuccess);
        Assert.Equal((OutcomeStatus.Failed, (Exception?)failure), (result.Outcome.Status, result.Outcome.Exception));
        Assert.Equal(("Charge", StageStatus.Failed, 1), Named(result.FailedStage));
        Assert.Same(failure, result.FailedStage!.Error);
        Assert.Equal("failed in stage 'Charge': InvalidDataException: no money", result.ToString());
        Assert.NotNull(result.FailedStage.Duration);
        Assert.Equal(
            ["Charge Failed 1", "Discount Completed 1", "IsLarge Completed 1", "Reserve Completed 1"],
            Describe(result)
        );
        Assert.Equal(["Charge", "Discount", "IsLarge", "Reserve"], steps.Sorted);
        if (pace == Pace.StraightLine)
        {
            var stages = Straight.StagesOf(result);
            Assert.Equal((new First(50), new Second(5)), (stages.Reserve.Value, stages.Discount.Value));
            Assert.Same(failure, stages.Charge.Exception);
            Assert.True(stages.IsLarge.Value);
        }
        else
        {
            var stages = Waiting.StagesOf(result);
            Assert.Equal((new First(50), new Second(5)), (stages.Reserve.Value, stages.Discount.Value));
            Assert.Same(failure, stages.Charge.Exception);
            Assert.True(stages.IsLarge.Value);
        }
    }

    [Theory]
    [Paces]
    public void Cancellation_from_within_is_in_the_result(Pace pace)
    {
        var result = Run(pace, new Order(-1, null), out _);

        Assert.False(result.IsSuccess);
        Assert.Equal((OutcomeStatus.Cancelled, "it is negative"), (result.Outcome.Status, result.Outcome.Reason));
        Assert.IsType<RunCancelledException>(result.Outcome.Exception);
        Assert.Equal(("Reserve", StageStatus.Cancelled, 1), Named(result.FailedStage));
        Assert.Equal("cancelled in stage 'Reserve': it is negative", result.ToString());
        Assert.Contains("Charge NotStarted 0", Describe(result));
    }

    [Theory]
    [Paces]
    public void A_skipped_output_is_a_success_without_a_value(Pace pace)
    {
        var result = Run(pace, new Order(0, null), out _);

        Assert.True(result.IsSuccess);
        Assert.Equal((OutcomeStatus.Skipped, "there is nothing"), (result.Outcome.Status, result.Outcome.Reason));
        Assert.Equal("skipped: there is nothing", result.ToString());
        Assert.Null(result.FailedStage);
        Assert.Contains("Charge Skipped 0 there is nothing", Describe(result));
        Assert.Contains("Reserve Skipped 1 there is nothing", Describe(result));
    }

    [Theory]
    [Paces]
    public void The_callers_cancellation_before_the_run_is_in_the_result(Pace pace)
    {
        using var source = new CancellationTokenSource();
        source.Cancel();

        var result = Run(pace, new Order(5, null), out var steps, source.Token);

        Assert.False(result.IsSuccess);
        Assert.Equal(OutcomeStatus.Cancelled, result.Outcome.Status);
        Assert.Equal(
            source.Token,
            Assert.IsAssignableFrom<OperationCanceledException>(result.Outcome.Exception).CancellationToken
        );
        Assert.Null(result.FailedStage);
        Assert.Empty(steps.Entries);
        Assert.All(result.Stages, stage => Assert.Equal((StageStatus.NotStarted, 0), (stage.Status, stage.Attempts)));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Case_25_the_callers_cancellation_within_the_run_is_in_the_result(bool honoursToken)
    {
        using var source = new CancellationTokenSource();
        var script = new Script { HonoursToken = honoursToken };
        var run = new Pair().RunAsync(script, source.Token).AsTask();

        await source.CancelAsync();
        script.First.Open(1);
        if (!honoursToken)
        {
            script.Second.Open(2);
        }

        var result = await run.OrHang();
        Assert.Equal(OutcomeStatus.Cancelled, result.Outcome.Status);
        Assert.Equal(
            honoursToken
                ? ["First Completed 1", "Join NotStarted 0", "Second Cancelled 1"]
                : ["First Completed 1", "Join NotStarted 0", "Second Completed 1"],
            Describe(result)
        );
        Assert.Equal(new First(1), Pair.StagesOf(result).First.Value);
        Assert.Equal(
            honoursToken ? OutcomeStatus.Cancelled : OutcomeStatus.Succeeded,
            Pair.StagesOf(result).Second.Status
        );
        Assert.Equal(OutcomeStatus.Skipped, Pair.StagesOf(result).Join.Status);
    }

    [Fact]
    public async Task Case_22_further_failures_are_in_the_result()
    {
        var script = new Script();
        var (first, second) = (new InvalidDataException(), new InvalidTimeZoneException());
        var run = new Pair().RunAsync(script).AsTask();

        script.Second.Fail(second);
        script.First.Fail(first);

        var result = await run.OrHang();
        Assert.Same(second, result.Outcome.Exception);
        Assert.Equal([first], result.FurtherFailures);
        Assert.Equal("Second", result.FailedStage!.Name);
        Assert.Equal(["First Failed 1", "Join NotStarted 0", "Second Failed 1"], Describe(result));
    }

    [Fact]
    public void An_entry_point_that_returns_an_outcome_of_a_failure_may_be_a_result_all_the_same()
    {
        var failure = new InvalidDataException();

        var result = new Effects().Run(failure);

        Assert.Same(failure, result.Outcome.Exception);
        Assert.Equal("Refuse", result.FailedStage!.Name);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_result_may_have_several_elements_and_is_skipped_where_one_is_absent(bool exists)
    {
        var result = new Several().Run(exists);

        Assert.True(result.IsSuccess);
        Assert.Equal(
            exists ? "(First { Number = 1 }, Second { Number = 2 })" : "skipped: 'exists' is false",
            result.Outcome.ToString()
        );
    }

    private static PipelineResult<Third> Run(Pace pace, Order order, out Steps steps, CancellationToken token = default)
    {
        steps = new Steps(pace);
        return steps.Finish(
            pace == Pace.StraightLine
                ? new(new Straight(steps).Run(order, token))
                : new Waiting(steps).RunAsync(order, token)
        );
    }

    private static IEnumerable<string> Describe<T>(PipelineResult<T> result) =>
        result
            .Stages.Select(stage => $"{stage.Name} {stage.Status} {stage.Attempts} {stage.Reason}".Trim())
            .Order(StringComparer.Ordinal);

    private static (string?, StageStatus?, int?) Named(StageReport? stage) =>
        (stage?.Name, stage?.Status, stage?.Attempts);

    public sealed record Order(int Number, Exception? Failure);

    public sealed class Script
    {
        public Gate First { get; } = new();

        public Gate Second { get; } = new();

        public bool HonoursToken { get; init; }
    }

    [Pipeline]
    private sealed partial class Straight(Steps steps)
    {
        public partial PipelineResult<Third> Run(Order order, CancellationToken token);

        [Stage]
        private bool IsLarge(Order order) => steps.Note("IsLarge", order.Number > 10);

        [Stage]
        private Outcome<First> Reserve(Order order) => steps.Note("Reserve", ReserveNow(order));

        [Stage, When(nameof(IsLarge))]
        private Second Discount(Order order) => steps.Note("Discount", new Second(order.Number / 10));

        [Stage]
        private Third Charge(Order order, First first, Optional<Second> discount)
        {
            steps.Note("Charge");
            return order.Failure is null
                ? new(first.Number + 1 - discount.ValueOr(default).Number)
                : throw order.Failure;
        }
    }

    [Pipeline]
    private sealed partial class Waiting(Steps steps)
    {
        public partial ValueTask<PipelineResult<Third>> RunAsync(Order order, CancellationToken token);

        [Stage]
        private ValueTask<bool> IsLargeAsync(Order order) => steps.NoteAsync("IsLarge", order.Number > 10);

        [Stage]
        private ValueTask<Outcome<First>> ReserveAsync(Order order) => steps.NoteAsync("Reserve", ReserveNow(order));

        [Stage, When(nameof(IsLargeAsync))]
        private ValueTask<Second> DiscountAsync(Order order) =>
            steps.NoteAsync("Discount", new Second(order.Number / 10));

        [Stage]
        private ValueTask<Third> ChargeAsync(Order order, First first, Optional<Second> discount) =>
            order.Failure is null
                ? steps.NoteAsync("Charge", new Third(first.Number + 1 - discount.ValueOr(default).Number))
                : steps.FailAsync<Third>("Charge", order.Failure);
    }

    private static Outcome<First> ReserveNow(Order order) =>
        order.Number switch
        {
            < 0 => Outcome.Cancel("it is negative"),
            0 => Outcome.Skip("there is nothing"),
            _ => new First(order.Number),
        };

    [Pipeline]
    private sealed partial class Pair
    {
        public partial ValueTask<PipelineResult<Third>> RunAsync(Script script, CancellationToken token = default);

        [Stage]
        private static async Task<First> FirstAsync(Script script) => new(await script.First.WaitAsync());

        [Stage]
        private static async Task<Second> SecondAsync(Script script, CancellationToken token) =>
            new(script.HonoursToken ? await script.Second.WaitOrCancelAsync(token) : await script.Second.WaitAsync());

        [Stage]
        private static Third Join(First first, Second second) => new(first.Number + second.Number);
    }

    [Pipeline]
    private sealed partial class Effects
    {
        public partial PipelineResult<First> Run(Exception exception);

        [Stage]
        private static First First() => new(1);

        [Stage]
        private static void Refuse(Exception exception) => throw exception;
    }

    [Pipeline]
    private sealed partial class Several
    {
        public partial PipelineResult<(First First, Second Second)> Run(bool exists);

        [Stage]
        private static First First() => new(1);

        [Stage, When("exists")]
        private static Second Second() => new(2);
    }
}
