namespace Sluice.FunctionalTests.Policies;

/// <summary>Guards that refuse by an exception: the run fails in the same way as if they return <see langword="false"/>.</summary>
public sealed partial class GuardRefusalTests
{
    [Fact]
    public void A_guard_of_a_synchronous_run_that_throws_has_not_passed()
    {
        var thrown = Assert.Throws<GuardFailedException>(() => new Line().Run(1));

        AssertRefused(thrown, RunFailure.Of(thrown)!.Report!);
    }

    [Theory]
    [InlineData(Lowering.StraightLine, false)]
    [InlineData(Lowering.Sequential, false)]
    [InlineData(Lowering.Sequential, true)]
    [InlineData(Lowering.Concurrent, false)]
    [InlineData(Lowering.Concurrent, true)]
    public async Task A_guard_that_throws_has_not_passed(Lowering lowering, bool yields)
    {
        var thrown = await Assert.ThrowsAsync<GuardFailedException>(() =>
            lowering switch
            {
                Lowering.StraightLine => new Line().RunAsync(1).AsTask(),
                Lowering.Sequential => new Sequence(yields).RunAsync(1).AsTask(),
                _ => new Concurrent(yields).RunAsync(1).AsTask(),
            }
        );

        AssertRefused(thrown, RunFailure.Of(thrown)!.Report!);
    }

    [Theory]
    [InlineData(Lowering.StraightLine, false)]
    [InlineData(Lowering.Sequential, false)]
    [InlineData(Lowering.Sequential, true)]
    [InlineData(Lowering.Concurrent, false)]
    [InlineData(Lowering.Concurrent, true)]
    public async Task A_guard_that_throws_has_not_passed_where_the_run_goes_on(Lowering lowering, bool yields)
    {
        var result = lowering switch
        {
            Lowering.StraightLine => new ContinuedLine().Run(1),
            Lowering.Sequential => await new ContinuedSequence(yields).RunAsync(1),
            _ => await new ContinuedConcurrent(yields).RunAsync(1),
        };

        AssertRefused(Assert.IsType<GuardFailedException>(result.Outcome.Exception), result.Report);
    }

    [Fact]
    public void The_entry_points_have_the_lowerings_that_they_stand_for()
    {
        Assert.Equal(
            [
                Lowering.StraightLine,
                Lowering.StraightLine,
                Lowering.Sequential,
                Lowering.Sequential,
                Lowering.Concurrent,
                Lowering.Concurrent,
            ],
            new[]
            {
                Line.Graph,
                ContinuedLine.Graph,
                Sequence.Graph,
                ContinuedSequence.Graph,
                Concurrent.Graph,
                ContinuedConcurrent.Graph,
            }.Select(graph => graph.EntryPoints[^1].Lowering)
        );
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_guard_that_throws_when_the_caller_has_cancelled_has_not_passed(bool isConcurrent)
    {
        using var source = new CancellationTokenSource();
        var pipeline = new Cancelled(source);

        var thrown = isConcurrent
            ? await Assert.ThrowsAsync<GuardFailedException>(() => pipeline.RunAsync(1, source.Token).AsTask())
            : Assert.Throws<GuardFailedException>(() => pipeline.Run(1, source.Token));

        Assert.Equal((GuardFailureReason.NotRetried, 1), (thrown.Reason, thrown.Attempts));
        Assert.Equal("draft", Assert.IsType<InvalidDataException>(thrown.InnerException).Message);
    }

    private static void AssertRefused(GuardFailedException thrown, RunReport report)
    {
        Assert.Equal("Guard 'Check' did not pass.", thrown.Message);
        Assert.Equal(("Check", GuardFailureReason.NotRetried, 1), (thrown.Guard, thrown.Reason, thrown.Attempts));
        var inner = Assert.IsType<InvalidDataException>(thrown.InnerException);
        Assert.Equal("draft 1", inner.Message);
        Assert.Contains("Check", inner.StackTrace, StringComparison.Ordinal);
        var guard = report.Stages.Single(stage => stage.Name == "Check");
        Assert.Equal((StageStatus.Failed, (Exception)thrown), (guard.Status, guard.Error));
    }

    [Pipeline]
    private sealed partial class Line
    {
        [return: From(nameof(Publish))]
        public partial int Run(long input);

        [return: From(nameof(Publish))]
        public partial ValueTask<int> RunAsync(long input);

        [Stage]
        private static Draft Draft(long input) => new($"draft {input}");

        [Stage, Guard]
        private static void Check(Draft draft) => throw new InvalidDataException(draft.Text);

        [Stage]
        private static int Publish(Draft draft) => draft.Text.Length;
    }

    [Pipeline]
    private sealed partial class Sequence(bool yields)
    {
        [return: From(nameof(Publish))]
        public partial ValueTask<int> RunAsync(long input);

        [Stage]
        private static Draft Draft(long input) => new($"draft {input}");

        [Stage, Guard]
        private async ValueTask CheckAsync(Draft draft)
        {
            if (yields)
            {
                await Task.Yield();
            }

            throw new InvalidDataException(draft.Text);
        }

        [Stage]
        private static int Publish(Draft draft) => draft.Text.Length;
    }

    [Pipeline]
    private sealed partial class Concurrent(bool yields)
    {
        [return: From(nameof(Publish))]
        public partial ValueTask<int> RunAsync(long input);

        [Stage]
        private static Draft Draft(long input) => new($"draft {input}");

        [Stage]
        private static async Task<Html> RenderAsync(long input)
        {
            await Task.Yield();
            return new Html($"{input}");
        }

        [Stage, Guard]
        private async ValueTask CheckAsync(Draft draft)
        {
            if (yields)
            {
                await Task.Yield();
            }

            throw new InvalidDataException(draft.Text);
        }

        [Stage]
        private static int Publish(Draft draft, Html html) => draft.Text.Length + html.Text.Length;
    }

    [Pipeline(OnFailure = FailureMode.Continue)]
    private sealed partial class ContinuedLine
    {
        [return: From(nameof(Publish))]
        public partial PipelineResult<int> Run(long input);

        [Stage]
        private static Draft Draft(long input) => new($"draft {input}");

        [Stage, Guard]
        private static void Check(Draft draft) => throw new InvalidDataException(draft.Text);

        [Stage]
        private static int Publish(Draft draft) => draft.Text.Length;
    }

    [Pipeline(OnFailure = FailureMode.Continue)]
    private sealed partial class ContinuedSequence(bool yields)
    {
        [return: From(nameof(Publish))]
        public partial ValueTask<PipelineResult<int>> RunAsync(long input);

        [Stage]
        private static Draft Draft(long input) => new($"draft {input}");

        [Stage, Guard]
        private async ValueTask CheckAsync(Draft draft)
        {
            if (yields)
            {
                await Task.Yield();
            }

            throw new InvalidDataException(draft.Text);
        }

        [Stage]
        private static int Publish(Draft draft) => draft.Text.Length;
    }

    [Pipeline(OnFailure = FailureMode.Continue)]
    private sealed partial class ContinuedConcurrent(bool yields)
    {
        [return: From(nameof(Publish))]
        public partial ValueTask<PipelineResult<int>> RunAsync(long input);

        [Stage]
        private static Draft Draft(long input) => new($"draft {input}");

        [Stage]
        private static async Task<Html> RenderAsync(long input)
        {
            await Task.Yield();
            return new Html($"{input}");
        }

        [Stage, Guard]
        private async ValueTask CheckAsync(Draft draft)
        {
            if (yields)
            {
                await Task.Yield();
            }

            throw new InvalidDataException(draft.Text);
        }

        [Stage]
        private static int Publish(Draft draft, Html html) => draft.Text.Length + html.Text.Length;
    }

    [Pipeline]
    private sealed partial class Cancelled(CancellationTokenSource source)
    {
        [return: From(nameof(Publish))]
        public partial int Run(long input, CancellationToken token);

        public partial ValueTask<string> RunAsync(long input, CancellationToken token);

        [Stage]
        private static Draft Draft(long input) => new(input > 0 ? "draft" : "");

        [Stage, Guard(Retry = nameof(Draft))]
        private void Check(Draft draft)
        {
            source.Cancel();
            throw new InvalidDataException(draft.Text);
        }

        [Stage]
        private static async Task<Html> RenderAsync(long input)
        {
            await Task.Yield();
            return new Html($"{input}");
        }

        [Stage]
        private static int Publish(Draft draft) => draft.Text.Length;

        [Stage]
        private static string Join(Draft draft, Html html) => draft.Text + html.Text;
    }

    private sealed record Draft(string Text);

    private sealed record Html(string Text);
}
