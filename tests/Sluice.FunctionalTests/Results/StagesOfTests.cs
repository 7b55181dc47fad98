using Sluice.FunctionalTests.Harness;
using Sluice.FunctionalTests.Values;

namespace Sluice.FunctionalTests.Results;

/// <summary>The outputs of a failed run, read by name and type.</summary>
public sealed partial class StagesOfTests
{
    private readonly InvalidDataException _failure = new("late");

    [Theory]
    [Paces]
    public void Case_20_what_a_throwing_run_achieved_is_beside_its_exception(Pace pace)
    {
        var steps = new Steps(pace);

        var thrown = Assert.Throws<InvalidDataException>(() =>
            steps.Finish(
                pace == Pace.StraightLine
                    ? new(new Straight(steps).Run(_failure))
                    : new Waiting(steps).RunAsync(_failure)
            )
        );

        Assert.Same(_failure, thrown);
        Assert.Empty(thrown.Data);
        var report = RunFailure.Of(thrown)!.Report!;
        var (first, second, third, fourth) = pace == Pace.StraightLine ? OfStraight(report) : OfWaiting(report);
        Assert.Equal(new First(1), first.Value);
        Assert.Equal("skipped: 'Never' is false", second.ToString());
        Assert.Same(_failure, third.Exception);
        Assert.Equal("skipped: the run ended before the stage could start", fourth.ToString());

        // Durations were not requested, so they were not measured.
        Assert.All(report.Stages, stage => Assert.Null(stage.Duration));
        Assert.Equal(
            ["Every Completed 1", "Fourth NotStarted 0", "Never Completed 1", "Second Skipped 0", "Third Failed 1"],
            report.Stages.Select(stage => $"{stage.Name} {stage.Status} {stage.Attempts}").Order(StringComparer.Ordinal)
        );
    }

    [Fact]
    public void The_report_of_another_pipeline_is_refused()
    {
        var steps = new Steps(Pace.StraightLine);
        Assert.Throws<InvalidDataException>(() => new Straight(steps).Run(_failure));
        var report = RunFailure.Of(_failure)!.Report!;

        Assert.Throws<ArgumentException>(() => Waiting.StagesOf(report).Third);
        Assert.Throws<ArgumentException>(() => Waiting.StagesOf(new PipelineResult<int>(1, report)).Third);
    }

    [Fact]
    public void A_stage_of_another_entry_point_was_not_part_of_the_run()
    {
        var result = new Two().Run(1);
        var stages = Two.StagesOf(result);

        Assert.Equal(new First(1), stages.First.Value);
        Assert.Equal("skipped: the stage is not part of the run", stages.Second.ToString());

        // Emitted members do not hide types of the runtime from the pipeline's own code.
        Assert.Equal(new First(1), Two.Read(result.Report));
    }

    [Fact]
    public void An_exception_that_ends_two_runs_answers_for_the_last_and_is_not_changed()
    {
        var steps = new Steps(Pace.StraightLine);
        Assert.Throws<InvalidDataException>(() => new Straight(steps).Run(_failure));
        var first = RunFailure.Of(_failure)!.Report!;
        Assert.Throws<InvalidDataException>(() => new Straight(steps).Run(_failure));
        var second = RunFailure.Of(_failure)!.Report!;

        Assert.NotSame(first, second);
        Assert.Equal(new First(1), Straight.StagesOf(first).Every.Value);
        Assert.Empty(_failure.Data);
    }

    [Fact]
    public async Task The_view_may_be_read_long_after_the_run_object_serves_another()
    {
        var steps = new Steps(Pace.Suspended);
        var pipeline = new Waiting(steps);
        Assert.Throws<InvalidDataException>(() => steps.Finish(pipeline.RunAsync(_failure)));
        var report = RunFailure.Of(_failure)!.Report!;

        for (var round = 0; round < 3; round++)
        {
            var run = pipeline.RunAsync(new InvalidTimeZoneException()).AsTask();
            steps.GoOn();
            await Assert.ThrowsAsync<InvalidTimeZoneException>(() => run.OrHang());
        }

        Assert.Equal(new First(1), Waiting.StagesOf(report).Every.Value);
        Assert.Same(_failure, Waiting.StagesOf(report).Third.Exception);
    }

    [Fact]
    public void The_view_gives_way_to_a_member_of_the_user()
    {
        Assert.Equal("mine", Named.StagesOf());
    }

    private static (Outcome<First>, Outcome<Second>, Outcome<Third>, Outcome<Fourth>) OfStraight(RunReport report)
    {
        var stages = Straight.StagesOf(report);
        return (stages.Every, stages.Second, stages.Third, stages.Fourth);
    }

    private static (Outcome<First>, Outcome<Second>, Outcome<Third>, Outcome<Fourth>) OfWaiting(RunReport report)
    {
        var stages = Waiting.StagesOf(report);
        return (stages.Every, stages.Second, stages.Third, stages.Fourth);
    }

    [Pipeline]
    private sealed partial class Straight(Steps steps)
    {
        public partial (First, Optional<Second>, Fourth) Run(Exception failure);

        [Stage]
        private First Every() => steps.Note("Every", new First(1));

        private bool Never(First first) => steps.Note("Never", first.Number != 1);

        [Stage, When(nameof(Never))]
        private Second Second() => steps.Note("Second", new Second(1));

        [Stage]
        private Third Third(Exception failure, First first, Optional<Second> second)
        {
            steps.Note($"Third {first.Number} {second.HasValue}");
            throw failure;
        }

        [Stage]
        private Fourth Fourth(Third third) => steps.Note("Fourth", new Fourth(third.Number));
    }

    [Pipeline]
    private sealed partial class Waiting(Steps steps)
    {
        public partial ValueTask<(First, Optional<Second>, Fourth)> RunAsync(Exception failure);

        [Stage]
        private ValueTask<First> EveryAsync() => steps.NoteAsync("Every", new First(1));

        private ValueTask<bool> NeverAsync(First first) => steps.NoteAsync("Never", first.Number != 1);

        [Stage, When(nameof(NeverAsync))]
        private ValueTask<Second> SecondAsync() => steps.NoteAsync("Second", new Second(1));

        [Stage]
        private ValueTask<Third> ThirdAsync(Exception failure, First first, Optional<Second> second) =>
            steps.FailAsync<Third>($"Third {first.Number} {second.HasValue}", failure);

        [Stage]
        private ValueTask<Fourth> FourthAsync(Third third) => steps.NoteAsync("Fourth", new Fourth(third.Number));
    }

    [Pipeline]
    private sealed partial class Two
    {
        public static First Read(RunReport report) => StagesOf(report).First.Value;

        public partial PipelineResult<First> Run(int number);

        public partial PipelineResult<Second> RunSecond(int number);

        [Stage]
        private static First First(int number) => new(number);

        [Stage]
        private static Second Second(int number) => new(number);
    }

    [Pipeline]
    private sealed partial class Named
    {
        public static string StagesOf() => "mine";

        public partial First Run(int number);

        [Stage]
        private static First First(int number) => new(number);
    }
}
