using Sluice.FunctionalTests.Harness;
using Sluice.FunctionalTests.Values;

namespace Sluice.FunctionalTests.FanOuts;

/// <summary>Stages that run for each element and whose whole fan-out may be absent, failed, conditional or reported.</summary>
public sealed partial class EachOutcomeTests
{
    [Theory]
    [Paces]
    public void The_failure_of_the_whole_is_an_outcome_where_the_taker_asks_for_one(Pace pace)
    {
        var steps = new Steps(pace);

        var result = steps.Finish(
            pace == Pace.StraightLine
                ? new(new Whole(steps).Run([1, -2, 3]))
                : new WaitingWhole(steps).RunAsync([1, -2, 3])
        );

        Assert.Equal("Failed: -2", result);
    }

    [Theory]
    [Paces(true)]
    [Paces(false)]
    public void Results_may_be_merged_with_a_collection(Pace pace, bool isTaken)
    {
        var steps = new Steps(pace);

        var result = steps.Finish(
            pace == Pace.StraightLine
                ? new(new Merged(steps).Run([1, 2], isTaken))
                : new WaitingMerged(steps).RunAsync([1, 2], isTaken)
        );

        Assert.Equal(isTaken ? [new First(1), new First(2)] : [new First(9)], result);
    }

    [Theory]
    [Paces(true)]
    [Paces(false)]
    public void Elements_may_come_from_a_merge(Pace pace, bool isTaken)
    {
        var steps = new Steps(pace);

        var result = steps.Finish(
            pace == Pace.StraightLine
                ? new(new OfMerge(steps).Run(isTaken))
                : new WaitingOfMerge(steps).RunAsync(isTaken)
        );

        Assert.Equal(isTaken ? [new First(1), new First(2)] : [new First(3)], result);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_collection_that_an_input_may_lack_skips_the_stage(bool exists)
    {
        Optional<int[]> numbers = exists ? new[] { 1, 2 } : Optional.Skip("nobody brought any");

        var result = new OfInput().Run(numbers);

        Assert.Equal(exists ? 2 : -1, result.HasValue ? result.Value.Length : -1);
        Assert.Equal(exists ? null : "nobody brought any", result.Reason);
    }

    [Theory]
    [Paces]
    public void The_results_are_in_the_report(Pace pace)
    {
        var steps = new Steps(pace);
        var numbers = new[] { 1, -2, 3 };

        var (result, firsts) = pace == Pace.StraightLine ? Straight() : Waiting();

        Assert.Equal("late", result.Outcome.Exception!.Message);
        Assert.Equal("Late", result.FailedStage!.Name);
        Assert.Equal(
            ["1", "failed: InvalidDataException: -2", "3"],
            firsts.Value.Select(first => first.HasValue ? $"{first.Value.Number}" : first.ToString())
        );

        (PipelineResult<string>, Outcome<Outcome<First>[]>) Straight()
        {
            var result = new Reported(steps).Run(numbers);
            return (result, Reported.StagesOf(result).First);
        }

        (PipelineResult<string>, Outcome<Outcome<First>[]>) Waiting()
        {
            var result = steps.Finish(new WaitingReported(steps).RunAsync(numbers));
            return (result, WaitingReported.StagesOf(result).First);
        }
    }

    private static int[] Numbers(params int[] numbers) => numbers;

    private static First Positive(int number) => number > 0 ? new(number) : throw new InvalidDataException($"{number}");

    [Pipeline]
    private sealed partial class Whole(Steps steps)
    {
        public partial string Run(int[] numbers);

        [Stage]
        private First First([Each] int number) => steps.Note("First", Positive(number));

        [Stage]
        private static string Describe(Outcome<First[]> firsts) => $"{firsts.Status}: {firsts.Exception?.Message}";
    }

    [Pipeline]
    private sealed partial class WaitingWhole(Steps steps)
    {
        public partial ValueTask<string> RunAsync(int[] numbers);

        [Stage]
        private async Task<First> FirstAsync([Each] int number) =>
            Positive(await steps.NoteAsync("First", number).ConfigureAwait(false));

        [Stage]
        private ValueTask<string> DescribeAsync(Outcome<First[]> firsts) =>
            steps.NoteAsync("Describe", $"{firsts.Status}: {firsts.Exception?.Message}");
    }

    [Pipeline]
    private sealed partial class Merged(Steps steps)
    {
        [return: From(nameof(First), nameof(Others))]
        public partial IReadOnlyList<First> Run(int[] numbers, bool isTaken);

        [Stage, When("isTaken")]
        private First First([Each] int number) => steps.Note("First", new First(number));

        [Stage, Unless("isTaken")]
        private List<First> Others() => steps.Note("Others", new List<First> { new(9) });
    }

    [Pipeline]
    private sealed partial class WaitingMerged(Steps steps)
    {
        [return: From(nameof(FirstAsync), nameof(OthersAsync))]
        public partial ValueTask<IReadOnlyList<First>> RunAsync(int[] numbers, bool isTaken);

        [Stage, When("isTaken")]
        private ValueTask<First> FirstAsync([Each] int number) => steps.NoteAsync("First", new First(number));

        [Stage, Unless("isTaken")]
        private ValueTask<IReadOnlyList<First>> OthersAsync() =>
            steps.NoteAsync<IReadOnlyList<First>>("Others", new List<First> { new(9) });
    }

    [Pipeline]
    private sealed partial class OfMerge(Steps steps)
    {
        public partial First[] Run(bool isTaken);

        [Stage, When("isTaken")]
        private int[] Array() => steps.Note("Array", Numbers(1, 2));

        [Stage, Unless("isTaken")]
        private int[] Other() => steps.Note("Other", Numbers(3));

        [Stage]
        private First First([Each, From(nameof(Array), nameof(Other))] int number) =>
            steps.Note("First", new First(number));
    }

    [Pipeline]
    private sealed partial class WaitingOfMerge(Steps steps)
    {
        public partial ValueTask<First[]> RunAsync(bool isTaken);

        [Stage, When("isTaken")]
        private ValueTask<int[]> ArrayAsync() => steps.NoteAsync("Array", Numbers(1, 2));

        [Stage, Unless("isTaken")]
        private ValueTask<int[]> OtherAsync() => steps.NoteAsync("Other", Numbers(3));

        [Stage]
        private ValueTask<First> FirstAsync([Each, From(nameof(ArrayAsync), nameof(OtherAsync))] int number) =>
            steps.NoteAsync("First", new First(number));
    }

    [Pipeline]
    private sealed partial class OfInput
    {
        public partial Optional<First[]> Run(Optional<int[]> numbers);

        [Stage]
        private static First First([Each] int number) => new(number);
    }

    [Pipeline]
    private sealed partial class Reported(Steps steps)
    {
        [return: From(nameof(Late))]
        public partial PipelineResult<string> Run(int[] numbers);

        [Stage]
        private First First([Each] int number) => steps.Note("First", Positive(number));

        [Stage]
        private static string Late(Outcome<First>[] firsts) =>
            firsts.Length > 0 ? throw new InvalidDataException("late") : "";
    }

    [Pipeline]
    private sealed partial class WaitingReported(Steps steps)
    {
        [return: From(nameof(Late))]
        public partial ValueTask<PipelineResult<string>> RunAsync(int[] numbers);

        [Stage]
        private async Task<First> FirstAsync([Each] int number) =>
            Positive(await steps.NoteAsync("First", number).ConfigureAwait(false));

        [Stage]
        private static string Late(Outcome<First>[] firsts) =>
            firsts.Length > 0 ? throw new InvalidDataException("late") : "";
    }
}
