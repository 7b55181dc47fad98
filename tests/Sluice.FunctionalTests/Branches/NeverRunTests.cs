using Sluice.FunctionalTests.Harness;

namespace Sluice.FunctionalTests.Branches;

/// <summary>Stages that are needed only by a stage that can never run do not run either, so they cannot fail the run.</summary>
public sealed partial class NeverRunTests
{
    private readonly Journal _journal = new();

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task What_only_a_stage_needs_that_can_never_run_is_not_run(bool flag)
    {
        Assert.Equal("shown ", new Line(_journal).Run(flag));
        Assert.Equal("shown ", await new Sequence(_journal).RunAsync(flag));
        Assert.Equal("shown ", await new Concurrent(_journal).RunAsync(flag));

        Assert.Empty(_journal.Entries);
    }

    [Fact]
    public void The_entry_points_have_the_lowerings_that_they_stand_for() =>
        Assert.Equal(
            [Lowering.StraightLine, Lowering.Sequential, Lowering.Concurrent],
            new[] { Line.Graph, Sequence.Graph, Concurrent.Graph }.Select(graph => graph.EntryPoints[0].Lowering)
        );

    [Fact]
    public void The_report_says_why()
    {
        var result = new Reported().Run(flag: true);

        Assert.True(result.IsSuccess);
        Assert.Equal(
            (StageStatus.Skipped, "nothing that can run needs it"),
            result.Stages.Where(stage => stage.Name == "Make").Select(stage => (stage.Status, stage.Reason)).Single()
        );
    }

#pragma warning disable SLU0029 // The test is about a stage that can never run.
    [Pipeline]
    private sealed partial class Line(Journal journal)
    {
        public partial string Run(bool flag);

        [Stage]
        private First Make() => journal.Add("Make", new First());

        private bool IsAsked() => journal.Add("IsAsked", true);

        [Stage, When("flag"), Unless("flag"), When(nameof(IsAsked))]
        private Second Never(First first) => journal.Add("Never", new Second(first));

        [Stage]
        private static string Show(Second? second) => $"shown {second}";
    }

    [Pipeline]
    private sealed partial class Sequence(Journal journal)
    {
        public partial ValueTask<string> RunAsync(bool flag);

        [Stage]
        private async Task<First> MakeAsync()
        {
            await Task.Yield();
            throw new InvalidDataException(journal.Add("Make", "made"));
        }

        [Stage, When("flag"), Unless("flag")]
        private Second Never(First first) => journal.Add("Never", new Second(first));

        [Stage]
        private static async Task<string> ShowAsync(Second? second)
        {
            await Task.Yield();
            return $"shown {second}";
        }
    }

    [Pipeline]
    private sealed partial class Concurrent(Journal journal)
    {
        public partial ValueTask<string> RunAsync(bool flag);

        [Stage]
        private async Task<First> MakeAsync()
        {
            await Task.Yield();
            throw new InvalidDataException(journal.Add("Make", "made"));
        }

        [Stage]
        private static async Task<Third> BesideAsync()
        {
            await Task.Yield();
            return new Third();
        }

        [Stage, When("flag"), Unless("flag")]
        private Second Never(First first) => journal.Add("Never", new Second(first));

        [Stage]
        private static string Show(Second? second, Third third) => third is null ? "" : $"shown {second}";
    }

    [Pipeline]
    private sealed partial class Reported
    {
        public partial PipelineResult<string> Run(bool flag);

        [Stage]
        private static First Make() => throw new InvalidDataException();

        [Stage, When("flag"), Unless("flag")]
        private static Second Never(First first) => new(first);

        [Stage]
        private static string Show(Second? second) => $"shown {second}";
    }
#pragma warning restore SLU0029

    private sealed record First;

    private sealed record Second(First First);

    private sealed record Third;
}
