using Sluice.FunctionalTests.Harness;

namespace Sluice.FunctionalTests.RunContexts;

/// <summary>A nested run has its parent's deadline. When it passes, it has passed for both runs, whichever timer ticks first.</summary>
public sealed partial class InheritedDeadlineTests
{
    private readonly ManualTimeProvider _clock = new();

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_deadline_that_a_nested_run_notices_first_is_the_parents(bool passesToken)
    {
        var pipeline = new Outer(new Inner(), passesToken);
        Task<int>? run = null;
        await OwnThread
            .RunAsync(() =>
            {
                // The thread keeps the limit of this run, which becomes the outer limit of the next run. Its timer ticks once before
                // the deadline and is then armed again, later than the timer of the nested run.
                Assert.Equal(7, Taken.From(new Inner().RunAsync(7, Context(1))));
                run = pipeline.RunAsync(0, Context(5)).AsTask();
            })
            .OrHang();
        _clock.Advance(TimeSpan.FromSeconds(2));
        Assert.False(run!.IsCompleted);
        _clock.Advance(TimeSpan.FromSeconds(4));

        var thrown = await Assert.ThrowsAsync<TimeoutException>(() => run.OrHang());
        Assert.Contains(passesToken ? nameof(Outer) : nameof(Inner), thrown.Message, StringComparison.Ordinal);
        Assert.Equal(0, pipeline.Guesses);
    }

    [Fact]
    public void A_nested_run_may_have_an_earlier_deadline_and_no_later_one()
    {
        var parent = Context(5);

        Assert.Equal(parent.Deadline, parent.CreateNested().Deadline);
        Assert.Equal(parent.Deadline, parent.CreateNested(parent.Deadline!.Value.AddSeconds(1)).Deadline);
        var earlier = parent.CreateNested(parent.Deadline!.Value.AddSeconds(-1));
        Assert.Equal(
            (parent.Deadline!.Value.AddSeconds(-1), parent.RunId, 1),
            (earlier.Deadline, earlier.ParentRunId, earlier.Depth)
        );
    }

    [Fact]
    public async Task An_earlier_deadline_of_a_nested_run_is_a_failure_like_any_other()
    {
        var pipeline = new Limited(new Inner());
        var run = pipeline.RunAsync(0, Context(5)).AsTask();
        _clock.Advance(TimeSpan.FromSeconds(3));

        Assert.Equal(-1, await run.OrHang());
    }

    [Fact]
    public async Task What_failed_beside_a_deadline_is_not_lost()
    {
        var run = new Slow(_clock).RunAsync(1, Context(5)).AsTask();
        await _clock.WhenArmedAsync(2).OrHang();
        _clock.Advance(TimeSpan.FromSeconds(5));

        var thrown = await Assert.ThrowsAsync<TimeoutException>(() => run.OrHang());
        Assert.IsType<InvalidDataException>(Assert.Single(RunFailure.Of(thrown)!.FurtherFailures));
    }

    private RunContext Context(int seconds) =>
        new() { TimeProvider = _clock, Deadline = _clock.GetUtcNow().AddSeconds(seconds) };

    [Pipeline]
    private sealed partial class Inner
    {
        public partial ValueTask<int> RunAsync(int number, RunContext context, CancellationToken token = default);

        [Stage]
        private static async ValueTask<int> WaitAsync(int number, CancellationToken token)
        {
            if (number == 0)
            {
                await Task.Delay(Timeout.Infinite, token);
            }

            return number;
        }
    }

    [Pipeline]
    private sealed partial class Outer(Inner inner, bool passesToken)
    {
        public int Guesses { get; private set; }

        [return: From(nameof(AskAsync))]
        public partial ValueTask<int> RunAsync(int number, RunContext context);

        [Stage, Retry(2), Fallback(nameof(Guess))]
        private ValueTask<int> AskAsync([From("number")] int number, StageContext context) =>
            inner.RunAsync(
                number,
                context.Run.CreateNested(),
                passesToken ? context.CancellationToken : CancellationToken.None
            );

        private int Guess() => ++Guesses;
    }

    [Pipeline]
    private sealed partial class Limited(Inner inner)
    {
        [return: From(nameof(AskAsync))]
        public partial ValueTask<int> RunAsync(int number, RunContext context);

        [Stage, Fallback(nameof(Guess))]
        private ValueTask<int> AskAsync([From("number")] int number, StageContext context) =>
            inner.RunAsync(
                number,
                context.Run.CreateNested(context.TimeProvider.GetUtcNow().AddSeconds(2)),
                context.CancellationToken
            );

        private static int Guess() => -1;
    }

    [Pipeline]
    private sealed partial class Slow(TimeProvider clock)
    {
        [return: From(nameof(AskAsync))]
        public partial ValueTask<int> RunAsync(int number, RunContext context);

        [Stage, Fallback(nameof(GuessAsync))]
        private static ValueTask<int> AskAsync([From("number")] int number) =>
            throw new InvalidDataException($"{number}");

        private async ValueTask<int> GuessAsync(StageContext context)
        {
            await Task.Delay(TimeSpan.FromHours(1), clock, context.CancellationToken);
            return 0;
        }
    }
}
