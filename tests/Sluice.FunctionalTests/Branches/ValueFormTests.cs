using Sluice.FunctionalTests.Harness;
using Sluice.FunctionalTests.Values;

namespace Sluice.FunctionalTests.Branches;

/// <summary>Values that may be absent, of types that are easily confused with absent values.</summary>
public sealed partial class ValueFormTests
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Nullable_values_are_not_taken_for_absent_ones(bool exists)
    {
        var pipeline = new Nullables();

        // A stage that returns null has produced a value.
        Assert.Equal("has null", pipeline.OfNull(exists));
        Assert.Equal(exists ? "3" : "none", pipeline.OfNumber(exists));
        Assert.Equal(exists ? "(1, a)" : "none", await pipeline.OfTupleAsync(exists));
        Assert.Equal(exists ? 3 : 0, pipeline.OfList(exists));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Every_task_may_carry_an_optional_value(bool exists)
    {
        var pipeline = new Tasks();
        Assert.Equal(exists, (await pipeline.RunAsync(exists)).HasValue);
        Assert.Equal(exists ? "text" : null, await pipeline.TextAsync(exists));
        var result = await pipeline.ReportAsync(exists);
        Assert.Equal(exists ? OutcomeStatus.Succeeded : OutcomeStatus.Skipped, result.Outcome.Status);
    }

    [Fact]
    public async Task A_nested_run_that_cancels_itself_cancels_the_outer_one()
    {
        var inner = new Cancelling();

        var thrown = await Assert.ThrowsAsync<RunCancelledException>(() => new Outer(inner).RunAsync(1).AsTask());

        Assert.Equal("inner", thrown.Reason);
    }

    [Fact]
    public async Task A_nested_run_that_reports_lets_the_outer_one_go_on()
    {
        Assert.Equal("Cancelled: inner", await new OuterOfReport(new Cancelling()).RunAsync(1));
    }

    [Fact]
    public void An_OperationCanceledException_that_no_token_explains_is_a_failure_that_can_be_handled()
    {
        var (result, report) = (new Throwing().Handle(1), new Throwing().Report(1));

        Assert.Equal("Failed OperationCanceledException", result);
        Assert.Equal(OutcomeStatus.Failed, report.Outcome.Status);
        Assert.Equal(StageStatus.Failed, report.FailedStage!.Status);
    }

    [Pipeline]
    private sealed partial class Nullables
    {
        [return: From(nameof(DescribeNull))]
        public partial string OfNull(bool exists);

        [return: From(nameof(DescribeNumber))]
        public partial string OfNumber(bool exists);

        [return: From(nameof(DescribeTuple))]
        public partial Task<string> OfTupleAsync(bool exists);

        [return: From(nameof(Count))]
        public partial int OfList(bool exists);

        [Stage]
        private static int? Null(bool exists) => exists ? null : null;

        [Stage]
        private static string DescribeNull(int? value) => value is null ? "has null" : "has a value";

        [Stage, When("exists")]
        private static long Number() => 3;

        [Stage]
        private static string DescribeNumber(long? number) => number is { } value ? $"{value}" : "none";

        [Stage, When("exists")]
        private static async Task<(int Number, string Text)> TupleAsync()
        {
            await Task.Yield();
            return (1, "a");
        }

        [Stage]
        private static string DescribeTuple(Optional<(int, string)> tuple) =>
            tuple.HasValue ? $"{tuple.Value}" : "none";

        [Stage, When("exists")]
        private static List<int> List() => [1, 2, 3];

        [Stage]
        private static int Count(Optional<IReadOnlyList<int>> list) => list.HasValue ? list.Value.Count : 0;
    }

    [Pipeline]
    private sealed partial class Tasks
    {
        public partial Task<Optional<First>> RunAsync(bool exists);

        public partial Task<string?> TextAsync(bool exists);

        public partial Task<PipelineResult<First>> ReportAsync(bool exists);

        [Stage]
        private static async Task<Optional<First>> FirstAsync(bool exists)
        {
            await Task.Yield();
            return exists ? new First(1) : Optional.Skip("no");
        }

        [Stage, When("exists")]
        private static async Task<string> TextStageAsync()
        {
            await Task.Yield();
            return "text";
        }
    }

    [Pipeline]
    public sealed partial class Cancelling
    {
        public partial ValueTask<First> RunAsync(int number);

        public partial ValueTask<PipelineResult<Second>> ReportAsync(int number);

        [Stage]
        private static async Task<Outcome<Third>> CancelAsync(int number)
        {
            await Task.Yield();
            return number > 0 ? Outcome.Cancel("inner") : new Third(1);
        }

        [Stage]
        private static First First(Outcome<Third> third) => new(third.ValueOr(default).Number);

        [Stage]
        private static Second Second(Outcome<Third> third) => new(third.ValueOr(default).Number);
    }

    [Pipeline]
    private sealed partial class Outer([Stages] Cancelling cancelling)
    {
        public partial ValueTask<string> RunAsync(int number);

        [Stage]
        private static string Text(Outcome<First> first) => first.ToString();
    }

    [Pipeline]
    private sealed partial class OuterOfReport([Stages] Cancelling cancelling)
    {
        public partial ValueTask<string> RunAsync(int number);

        [Stage]
        private static string Text(PipelineResult<Second> result) =>
            $"{result.Outcome.Status}: {result.Outcome.Reason}";
    }

    [Pipeline]
    private sealed partial class Throwing
    {
        public partial string Handle(int number);

        [return: From(nameof(Throw))]
        public partial PipelineResult<First> Report(int number);

        [Stage]
        private static First Throw(int number) => number > 0 ? throw new OperationCanceledException() : new(1);

        [Stage]
        private static string Take(Outcome<First> first) => $"{first.Status} {first.Exception?.GetType().Name}";
    }
}
