using Sluice.FunctionalTests.Harness;
using Sluice.FunctionalTests.Values;

namespace Sluice.FunctionalTests.FanOuts;

/// <summary>Runs in which elements fail, are cancelled, or may not all run at once.</summary>
public sealed partial class EachFailureTests
{
    [Theory]
    [Paces]
    public void A_failing_element_fails_the_run(Pace pace)
    {
        var steps = new Steps(pace);

        var thrown = Assert.Throws<InvalidDataException>(() =>
            steps.Finish(
                pace == Pace.StraightLine
                    ? new(new Plain(steps).Run([1, -2, 3]))
                    : new WaitingPlain(steps).RunAsync([1, -2, 3])
            )
        );

        Assert.Equal("-2", thrown.Message);
        Assert.Equal("First", RunFailure.Of(thrown)!.Report!.Stages.Single(s => s.Status == StageStatus.Failed).Name);
        Assert.DoesNotContain("Sum", steps.Entries);
        if (pace is Pace.StraightLine or Pace.AtOnce)
        {
            Assert.Equal(["1", "-2"], steps.Entries);
        }
    }

    [Fact]
    public async Task Further_elements_that_fail_are_attached_and_the_token_tells_the_others()
    {
        var script = new Script(3);
        Exception[] failures = [new InvalidDataException("0"), new InvalidDataException("1")];
        var run = new Gated().RunAsync(script, script.GetElements()).AsTask();

        script.Gates[1].Fail(failures[1]);
        Assert.True(script.Token.IsCancellationRequested);
        Assert.False(run.IsCompleted);
        script.Gates[0].Fail(failures[0]);
        script.Gates[2].Open(3);

        Assert.Same(failures[1], await Assert.ThrowsAsync<InvalidDataException>(() => run.OrHang()));
        Assert.Equal([failures[0]], RunFailure.Of(failures[1])!.FurtherFailures);
        Assert.NotNull(RunFailure.Of(failures[1])!.Report);
    }

    [Theory]
    [Paces]
    public void A_failing_element_is_an_outcome_where_the_taker_asks_for_outcomes(Pace pace)
    {
        var steps = new Steps(pace);

        var result = steps.Finish(
            pace == Pace.StraightLine
                ? new(new Handling(steps).Run([1, -2, 3, 0]))
                : new WaitingHandling(steps).RunAsync([1, -2, 3, 0])
        );

        Assert.Equal("1 failed: InvalidDataException: -2 3 skipped: it is nothing", result);
        Assert.Equal(["1", "-2", "3", "0"], steps.Entries);
    }

    [Fact]
    public void An_output_may_be_the_outcomes_of_the_elements()
    {
        var outcomes = new Delivering().Run([1, -2]);

        Assert.Equal(new First(1), outcomes[0].Value);
        Assert.Equal("-2", outcomes[1].Exception!.Message);
    }

    [Fact]
    public async Task A_failing_element_of_outcomes_cancels_nobody_and_the_callers_token_still_reaches_the_others()
    {
        var script = new Script(2);
        using var source = new CancellationTokenSource();
        var run = new GatedOutcomes().RunAsync(script, script.GetElements(), source.Token).AsTask();

        script.Gates[0].Fail(new InvalidDataException("0"));
        Assert.False(script.Token.IsCancellationRequested);
        await source.CancelAsync();
        Assert.True(script.Token.IsCancellationRequested);
        script.Gates[1].Open(1);

        // A value that arrives late is a success.
        var outcomes = await run.OrHang();
        Assert.Equal(["failed: InvalidDataException: 0", "1"], outcomes.Select(outcome => outcome.ToString()));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task An_element_may_cancel_the_run(bool takesOutcomes)
    {
        var script = new Script(2) { Cancels = true };
        var run = takesOutcomes
            ? (Task)new GatedOutcomes().RunAsync(script, script.GetElements()).AsTask()
            : new Gated().RunAsync(script, script.GetElements()).AsTask();

        script.Gates[0].Open(-1);
        Assert.True(script.Token.IsCancellationRequested);
        Assert.False(run.IsCompleted);
        script.Gates[1].Open(1);

        Assert.Equal("enough", (await Assert.ThrowsAsync<RunCancelledException>(() => run.OrHang())).Reason);
        Assert.True(run.IsCanceled);
    }

    [Fact]
    public async Task No_more_elements_than_allowed_are_under_way()
    {
        var script = new Script(5);
        var run = new Limited().RunAsync(script, script.GetElements()).AsTask();

        for (var index = 0; index < 5; index++)
        {
            Assert.Equal(Math.Min(index + 2, 5), script.Started);
            script.Gates[index].Open(index);
        }

        var result = await run.OrHang();
        Assert.Equal([0, 1, 2, 3, 4], result);
    }

    [Fact]
    public async Task Offloaded_elements_run_on_the_thread_pool_beside_each_other()
    {
        using var meet = new Barrier(2);

        var result = await new Offloaded(meet).RunAsync([1, 2]).OrHang();

        Assert.Equal([true, true], result);
    }

    [Fact]
    public async Task A_stream_may_be_the_collection_and_its_failure_is_its_producers()
    {
        var failure = new InvalidDataException();
        var pipeline = new OfStream();

        var result = await pipeline.RunAsync(2, null).OrHang();
        Assert.Equal([2, 4], result);
        Assert.Same(
            failure,
            await Assert.ThrowsAsync<InvalidDataException>(() => pipeline.RunAsync(2, failure).OrHang())
        );

        var report = RunFailure.Of(failure)!.Report!;
        Assert.Equal(StageStatus.Failed, report.Stages.Single(stage => stage.Name == "Produce").Status);
    }

    [Theory]
    [Paces]
    public void In_a_run_that_continues_a_failed_fan_out_skips_its_takers(Pace pace)
    {
        var steps = new Steps(pace);

        var thrown = Assert.Throws<InvalidDataException>(() =>
            steps.Finish(
                pace == Pace.StraightLine
                    ? new(new Continuing(steps).Run([1, -2]))
                    : new WaitingContinuing(steps).RunAsync([1, -2])
            )
        );

        Assert.Equal("-2", thrown.Message);
        Assert.Contains("Beside", steps.Entries);
        Assert.DoesNotContain("Sum", steps.Entries);
    }

    public sealed class Script(int count)
    {
        private int _started;

        public IReadOnlyList<Gate> Gates { get; } = [.. Enumerable.Range(0, count).Select(_ => new Gate())];

        public int[] GetElements() => [.. Enumerable.Range(0, count)];

        public bool Cancels { get; init; }

        public CancellationToken Token { get; private set; }

        public int Started => _started;

        public async Task<int> WaitAsync(int element, CancellationToken token)
        {
            _started++;
            Token = token;
            return await Gates[element].WaitAsync();
        }
    }

    private static int Positive(Steps steps, int number) =>
        steps.Note($"{number}", number) >= 0 ? number : throw new InvalidDataException($"{number}");

    [Pipeline]
    private sealed partial class Plain(Steps steps)
    {
        [return: From(nameof(Sum))]
        public partial int Run(int[] numbers);

        [Stage]
        private First First([Each] int number) => new(Positive(steps, number));

        [Stage]
        private int Sum(First[] firsts) => steps.Note("Sum", firsts.Length);
    }

    [Pipeline]
    private sealed partial class WaitingPlain(Steps steps)
    {
        [return: From(nameof(SumAsync))]
        public partial ValueTask<int> RunAsync(int[] numbers);

        [Stage]
        private ValueTask<First> FirstAsync([Each] int number) =>
            number >= 0
                ? steps.NoteAsync($"{number}", new First(number))
                : steps.FailAsync<First>($"{number}", new InvalidDataException($"{number}"));

        [Stage]
        private ValueTask<int> SumAsync(First[] firsts) => steps.NoteAsync("Sum", firsts.Length);
    }

    [Pipeline]
    private sealed partial class Handling(Steps steps)
    {
        public partial string Run(int[] numbers);

        [Stage]
        private Outcome<First> First([Each] int number) =>
            Positive(steps, number) > 0 ? new First(number) : Outcome.Skip("it is nothing");

        [Stage]
        private static string Join(IReadOnlyList<Outcome<First>> firsts) => Describe(firsts);
    }

    [Pipeline]
    private sealed partial class WaitingHandling(Steps steps)
    {
        public partial ValueTask<string> RunAsync(int[] numbers);

        [Stage]
        private async Task<Outcome<First>> FirstAsync([Each] int number)
        {
            await steps.NoteAsync($"{number}", 0).ConfigureAwait(false);
            return number switch
            {
                > 0 => new First(number),
                0 => Outcome.Skip("it is nothing"),
                _ => throw new InvalidDataException($"{number}"),
            };
        }

        [Stage]
        private static string Join(Outcome<First>[] firsts) => Describe(firsts);
    }

    private static string Describe(IEnumerable<Outcome<First>> firsts) =>
        string.Join(' ', firsts.Select(first => first.HasValue ? $"{first.Value.Number}" : first.ToString()));

    [Pipeline]
    private sealed partial class Delivering
    {
        public partial Outcome<First>[] Run(int[] numbers);

        [Stage]
        private static First First([Each] int number) =>
            number > 0 ? new(number) : throw new InvalidDataException($"{number}");
    }

    [Pipeline]
    private sealed partial class Gated
    {
        [return: From(nameof(WaitAsync))]
        public partial ValueTask<int[]> RunAsync(Script script, int[] elements, CancellationToken token = default);

        [Stage]
        private static async Task<Outcome<int>> WaitAsync(
            Script script,
            [Each, From("elements")] int element,
            CancellationToken token
        ) =>
            await script.WaitAsync(element, token).ConfigureAwait(false) is >= 0 and var number
                ? number
                : Outcome.Cancel("enough");
    }

    [Pipeline]
    private sealed partial class GatedOutcomes
    {
        [return: From(nameof(WaitAsync))]
        public partial ValueTask<Outcome<int>[]> RunAsync(
            Script script,
            int[] elements,
            CancellationToken token = default
        );

        [Stage]
        private static async Task<Outcome<int>> WaitAsync(
            Script script,
            [Each, From("elements")] int element,
            CancellationToken token
        ) =>
            await script.WaitAsync(element, token).ConfigureAwait(false) is >= 0 and var number
                ? number
                : Outcome.Cancel("enough");
    }

    [Pipeline]
    private sealed partial class Limited
    {
        [return: From(nameof(WaitAsync))]
        public partial ValueTask<IReadOnlyList<int>> RunAsync(Script script, int[] elements);

        [Stage]
        private static Task<int> WaitAsync(
            Script script,
            [Each(MaxConcurrency = 2), From("elements")] int element,
            CancellationToken token
        ) => script.WaitAsync(element, token);
    }

    [Pipeline]
    private sealed partial class Offloaded(Barrier meet)
    {
        public partial ValueTask<bool[]> RunAsync(int[] numbers);

        [Stage, Offload]
        private bool Meet([Each(MaxConcurrency = 2)] int number) =>
            number > 0 && meet.SignalAndWait(TimeSpan.FromSeconds(30)) && Thread.CurrentThread.IsThreadPoolThread;
    }

    [Pipeline]
    private sealed partial class OfStream
    {
        [return: From(nameof(Twice))]
        public partial ValueTask<int[]> RunAsync(int count, Exception? failure);

        [Stage]
        private static async IAsyncEnumerable<int> ProduceAsync(int count, Exception? failure)
        {
            for (var number = 1; number <= count; number++)
            {
                await Task.Yield();
                yield return number;
            }

            if (failure is not null)
            {
                throw failure;
            }
        }

        [Stage]
        private static int Twice([Each, From(nameof(ProduceAsync))] int number) => number * 2;
    }

    [Pipeline(OnFailure = FailureMode.Continue)]
    private sealed partial class Continuing(Steps steps)
    {
        public partial (int Sum, string Beside) Run(int[] numbers);

        [Stage]
        private First First([Each] int number) => new(Positive(steps, number));

        [Stage]
        private int Sum(First[] firsts) => steps.Note("Sum", firsts.Length);

        [Stage]
        private string Beside() => steps.Note("Beside", "");
    }

    [Pipeline(OnFailure = FailureMode.Continue)]
    private sealed partial class WaitingContinuing(Steps steps)
    {
        public partial ValueTask<(int Sum, string Beside)> RunAsync(int[] numbers);

        [Stage]
        private ValueTask<First> FirstAsync([Each] int number) =>
            number >= 0
                ? steps.NoteAsync($"{number}", new First(number))
                : steps.FailAsync<First>($"{number}", new InvalidDataException($"{number}"));

        [Stage]
        private ValueTask<int> SumAsync(First[] firsts) => steps.NoteAsync("Sum", firsts.Length);

        [Stage]
        private ValueTask<string> BesideAsync() => steps.NoteAsync("Beside", "");
    }
}
