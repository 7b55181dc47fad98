using Sluice.FunctionalTests.Harness;
using Sluice.FunctionalTests.Values;

namespace Sluice.FunctionalTests.Outcomes;

/// <summary>The extent of a failure, whether or not a stage takes it as an outcome.</summary>
public sealed partial class FailureReachTests
{
    private readonly InvalidDataException _failure = new("broken");

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task The_failure_of_an_offloaded_stage_can_be_handled(bool fails)
    {
        var result = await new Offloaded().RunAsync(fails ? _failure : null).OrHang();

        Assert.Equal(fails ? "failed: InvalidDataException: broken" : "1", result);
    }

    [Fact]
    public async Task An_effect_may_take_an_outcome()
    {
        var journal = new Journal();

        await new Noting(journal).RunAsync(_failure).OrHang();
        new Noting(journal).Run(_failure);

        Assert.Equal(["failed: InvalidDataException: broken", "failed: InvalidDataException: broken"], journal.Entries);
    }

    [Fact]
    public void A_failed_effect_fails_the_run()
    {
        Assert.Same(_failure, Assert.Throws<InvalidDataException>(() => new FailedEffect().Run(_failure)));
    }

    [Theory]
    [Paces]
    public void An_optional_parameter_does_not_take_a_failure(Pace pace)
    {
        var steps = new Steps(pace);

        var thrown = Assert.Throws<InvalidDataException>(() =>
            steps.Finish(
                pace == Pace.StraightLine
                    ? new(new TakenAsOptional(steps).Run(_failure))
                    : new WaitingTakenAsOptional(steps).RunAsync(_failure)
            )
        );

        Assert.Same(_failure, thrown);
        Assert.Equal(["Fail"], steps.Entries);
    }

    [Theory]
    [Paces]
    public void A_merge_of_outcomes_gives_the_failure_where_nothing_else_produced(Pace pace)
    {
        var steps = new Steps(pace);

        var result = steps.Finish(
            pace == Pace.StraightLine
                ? new(new Merged(steps).Run(_failure))
                : new WaitingMerged(steps).RunAsync(_failure)
        );

        Assert.Equal("failed: InvalidDataException: broken", result);
    }

    [Fact]
    public async Task The_failure_of_a_stream_is_its_consumers_to_hand_on_and_can_be_handled()
    {
        var result = await new OfStream().RunAsync(_failure).OrHang();

        Assert.Equal("failed: InvalidDataException: broken", result);
    }

    [Fact]
    public async Task A_consumer_may_handle_the_failure_of_a_stream_by_itself()
    {
        var result = await new Catching().RunAsync(_failure).OrHang();

        Assert.Equal("1 broken", result.Outcome.Value);
        Assert.Equal(StageStatus.Failed, result.Stages.Single(stage => stage.Name == "Make").Status);
        Assert.Null(result.FailedStage);
    }

    [Fact]
    public async Task Statuses_tell_a_handled_failure_in_a_run_that_ended_well()
    {
        var result = await new Reported().RunAsync(_failure).OrHang();

        Assert.True(result.IsSuccess);
        Assert.Null(result.FailedStage);
        Assert.Equal(
            ["Describe Completed", "Fail Failed", "Next Skipped 'Fail' failed"],
            result
                .Stages.Select(stage => $"{stage.Name} {stage.Status} {stage.Reason}".Trim())
                .Order(StringComparer.Ordinal)
        );
        Assert.Same(_failure, Reported.StagesOf(result).Fail.Exception);
        Assert.NotNull(result.Stages.Single(stage => stage.Name == "Fail").Duration);
    }

    [Pipeline]
    private sealed partial class Offloaded
    {
        public partial ValueTask<string> RunAsync(Exception? exception);

        [Stage, Offload]
        private static First First(Exception? exception) => exception is null ? new(1) : throw exception;

        [Stage, Offload]
        private static string Describe(Outcome<First> first) => first.HasValue ? "1" : first.ToString();
    }

    [Pipeline]
    private sealed partial class Noting(Journal journal)
    {
        public partial Task RunAsync(Exception exception);

        public partial void Run(Exception exception);

        [Stage]
        private static First First(Exception exception) => throw exception;

        [Stage]
        private static async Task<Second> SecondAsync(Exception exception)
        {
            await Task.Yield();
            throw exception;
        }

        [Stage(Only = [nameof(Run)])]
        private void Note(Outcome<First> first) => journal.Add(first.ToString());

        [Stage(Only = [nameof(RunAsync)])]
        private void NoteLater(Outcome<Second> second) => journal.Add(second.ToString());
    }

    [Pipeline]
    private sealed partial class FailedEffect
    {
        public partial Outcome<First> Run(Exception exception);

        [Stage]
        private static First First() => new(1);

        [Stage]
        private static void Refuse(Outcome<First> first, Exception exception) =>
            throw (first.HasValue ? exception : new InvalidOperationException());
    }

    [Pipeline]
    private sealed partial class TakenAsOptional(Steps steps)
    {
        public partial string Run(Exception exception);

        [Stage]
        private First Fail(Exception exception)
        {
            steps.Note("Fail");
            throw exception;
        }

        [Stage]
        private string Describe(Optional<First> first) => steps.Note("Describe", $"{first}");
    }

    [Pipeline]
    private sealed partial class WaitingTakenAsOptional(Steps steps)
    {
        public partial ValueTask<string> RunAsync(Exception exception);

        [Stage]
        private ValueTask<First> FailAsync(Exception exception) => steps.FailAsync<First>("Fail", exception);

        [Stage]
        private ValueTask<string> DescribeAsync(First? first) => steps.NoteAsync("Describe", $"{first}");
    }

    [Pipeline]
    private sealed partial class Merged(Steps steps)
    {
        public partial string Run(Exception exception);

        [Stage]
        private Optional<First> Skip() => steps.Note("Skip", (Optional<First>)Optional.Skip("nothing"));

        [Stage]
        private First Fail(Exception exception)
        {
            steps.Note("Fail");
            throw exception;
        }

        [Stage]
        private string Describe([From(nameof(Skip), nameof(Fail))] Outcome<First> first) =>
            steps.Note("Describe", first.ToString());
    }

    [Pipeline]
    private sealed partial class WaitingMerged(Steps steps)
    {
        public partial ValueTask<string> RunAsync(Exception exception);

        [Stage]
        private ValueTask<Optional<First>> SkipAsync() =>
            steps.NoteAsync<Optional<First>>("Skip", Optional.Skip("nothing"));

        [Stage]
        private ValueTask<First> FailAsync(Exception exception) => steps.FailAsync<First>("Fail", exception);

        [Stage]
        private ValueTask<string> DescribeAsync([From(nameof(SkipAsync), nameof(FailAsync))] Outcome<First> first) =>
            steps.NoteAsync("Describe", first.ToString());
    }

    [Pipeline]
    private sealed partial class OfStream
    {
        public partial ValueTask<string> RunAsync(Exception exception);

        [Stage]
        private static async IAsyncEnumerable<int> MakeAsync(Exception exception)
        {
            yield return 1;
            await Task.Yield();
            throw exception;
        }

        [Stage]
        private static async Task<First> SumAsync(IAsyncEnumerable<int> numbers)
        {
            var sum = 0;
            await foreach (var number in numbers)
            {
                sum += number;
            }

            return new(sum);
        }

        [Stage]
        private static string Describe(Outcome<First> first) => first.ToString();
    }

    [Pipeline]
    private sealed partial class Catching
    {
        public partial ValueTask<PipelineResult<string>> RunAsync(Exception exception);

        [Stage]
        private static async IAsyncEnumerable<int> MakeAsync(Exception exception)
        {
            yield return 1;
            await Task.Yield();
            throw exception;
        }

        [Stage]
        private static async Task<string> SumAsync(IAsyncEnumerable<int> numbers)
        {
            var sum = 0;
            try
            {
                await foreach (var number in numbers)
                {
                    sum += number;
                }
            }
            catch (InvalidDataException exception)
            {
                return $"{sum} {exception.Message}";
            }

            return "";
        }
    }

    [Pipeline]
    private sealed partial class Reported
    {
        public partial ValueTask<PipelineResult<string>> RunAsync(Exception exception);

        [Stage]
        private static async Task<First> FailAsync(Exception exception)
        {
            await Task.Yield();
            throw exception;
        }

        [Stage]
        private static Second Next(First first) => new(first.Number);

        [Stage]
        private static string Describe(Outcome<First> first, Outcome<Second> second) => $"{first} {second}";
    }
}
