using Sluice.FunctionalTests.Harness;
using Sluice.FunctionalTests.Values;

namespace Sluice.FunctionalTests.Outcomes;

/// <summary>The distinction between cancellations and failures, and the points at which a run notices a cancellation.</summary>
public sealed partial class CancellationTests
{
    public static TheoryData<bool, bool, bool> Ways
    {
        get
        {
            var ways = new TheoryData<bool, bool, bool>();
            for (var way = 0; way < 8; way++)
            {
                ways.Add((way & 1) != 0, (way & 2) != 0, (way & 4) != 0);
            }

            return ways;
        }
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Case_25_a_stage_that_honours_the_token_ends_the_run_as_soon_as_the_caller_cancels(
        bool overlapping
    )
    {
        using var source = new CancellationTokenSource();
        var gate = new Gate();
        var script = new Script(async token => await gate.WaitOrCancelAsync(token));
        var run = Start(overlapping, returnsTask: false, script, source.Token);
        Assert.False(run.IsCompleted);

        await source.CancelAsync();

        var thrown = await Assert.ThrowsAnyAsync<OperationCanceledException>(() => run.OrHang());
        Assert.True(run.IsCanceled);
        Assert.Empty(RunFailure.Of(thrown)!.FurtherFailures);
        Assert.Equal(0, script.Under);
    }

    [Theory]
    [MemberData(nameof(Ways))]
    public async Task A_cancellation_by_the_callers_token_is_a_cancellation(
        bool overlapping,
        bool returnsTask,
        bool suspends
    )
    {
        using var source = new CancellationTokenSource();
        var gate = new Gate();
        var script = new Script(async token =>
        {
            _ = suspends ? await gate.WaitAsync() : 0;
            Cancel(source);
            token.ThrowIfCancellationRequested();
            return 0;
        });

        var run = Start(overlapping, returnsTask, script, source.Token);
        Assert.Equal(!suspends, run.IsCompleted);
        gate.Open(1);

        _ = await Assert.ThrowsAnyAsync<OperationCanceledException>(() => run.OrHang());
        Assert.True(run.IsCanceled);
    }

    [Theory]
    [MemberData(nameof(Ways))]
    public async Task A_cancellation_by_a_foreign_token_is_a_failure(bool overlapping, bool returnsTask, bool suspends)
    {
        using var source = new CancellationTokenSource();
        var gate = new Gate();
        var foreign = new OperationCanceledException(new CancellationToken(canceled: true));
        var script = new Script(async _ =>
        {
            if (suspends)
            {
                await gate.WaitAsync();
            }

            throw foreign;
        });

        var run = Start(overlapping, returnsTask, script, source.Token);
        Assert.Equal(!suspends, run.IsCompleted);
        gate.Open(1);

        Assert.Same(foreign, await Assert.ThrowsAsync<OperationCanceledException>(() => run.OrHang()));
        Assert.True(run.IsFaulted);
        Assert.False(run.IsCanceled);
    }

    [Theory]
    [InlineData(false, false)]
    [InlineData(false, true)]
    [InlineData(true, false)]
    [InlineData(true, true)]
    public async Task A_value_task_tells_a_cancellation_from_a_failure_as_its_task_does(
        bool overlapping,
        bool cancelled
    )
    {
        using var source = new CancellationTokenSource();
        var gate = new Gate();
        var script = new Script(async token =>
        {
            _ = await gate.WaitAsync();
            token.ThrowIfCancellationRequested();
            throw new OperationCanceledException();
        });
        if (overlapping)
        {
            await TellAsync(new Overlapping().RunAsync(script, source.Token));
        }
        else
        {
            await TellAsync(new Alone().RunAsync(script, source.Token));
        }

        async Task TellAsync<T>(ValueTask<T> run)
        {
            if (cancelled)
            {
                await source.CancelAsync();
            }

            gate.Open(1);
            Assert.Equal(cancelled, run.IsCanceled);
            Assert.Equal(!cancelled, run.IsFaulted);
            _ = await Assert.ThrowsAsync<OperationCanceledException>(() => run.OrHang());
        }
    }

    [Theory]
    [MemberData(nameof(Ways))]
    public async Task A_token_that_is_cancelled_beforehand_lets_no_stage_start(
        bool overlapping,
        bool returnsTask,
        bool linked
    )
    {
        using var source = new CancellationTokenSource();
        await source.CancelAsync();
        using var other = CancellationTokenSource.CreateLinkedTokenSource(source.Token);
        var token = linked ? other.Token : source.Token;
        var script = new Script(_ => Task.FromResult(1));

        var run = Start(overlapping, returnsTask, script, token);

        var thrown = await Assert.ThrowsAnyAsync<OperationCanceledException>(() => run.OrHang());
        Assert.True(run.IsCanceled);
        Assert.Equal(token, thrown.CancellationToken);
        Assert.Equal(0, script.Starts);
    }

    [Fact]
    public void A_synchronous_entry_point_checks_the_token_before_every_start()
    {
        using var source = new CancellationTokenSource();
        var journal = new Journal();

        var thrown = Assert.Throws<OperationCanceledException>(() =>
            new Synchronous(journal).Run(source, source.Token)
        );

        Assert.Equal(source.Token, thrown.CancellationToken);
        Assert.Equal(["first"], journal.Entries);
    }

    [Fact]
    public async Task A_failure_that_came_before_the_cancellation_is_what_the_run_ends_with()
    {
        using var source = new CancellationTokenSource();
        var gate = new Gate();
        var other = new Gate();
        var failure = new InvalidDataException();
        var script = new Script(async _ => await gate.WaitAsync()) { Other = other };
        var run = Start(overlapping: true, returnsTask: false, script, source.Token);

        gate.Fail(failure);
        await source.CancelAsync();
        other.Fail(new OperationCanceledException(source.Token));

        Assert.Same(failure, await Assert.ThrowsAsync<InvalidDataException>(() => run.OrHang()));
        Assert.Empty(RunFailure.Of(failure)!.FurtherFailures);
    }

    [Fact]
    public async Task A_failure_that_came_after_the_cancellation_is_attached_to_it()
    {
        using var source = new CancellationTokenSource();
        var gate = new Gate();
        var other = new Gate();
        var failure = new InvalidDataException();
        var script = new Script(async token => await gate.WaitOrCancelAsync(token)) { Other = other };
        var run = Start(overlapping: true, returnsTask: false, script, source.Token);

        await source.CancelAsync();
        other.Fail(failure);

        var thrown = await Assert.ThrowsAnyAsync<OperationCanceledException>(() => run.OrHang());
        Assert.True(run.IsCanceled);
        Assert.Equal([failure], RunFailure.Of(thrown)!.FurtherFailures);
    }

    [Fact]
    public async Task A_run_that_is_cancelled_while_no_stage_listens_ends_when_they_do_and_starts_nothing_more()
    {
        using var source = new CancellationTokenSource();
        var gate = new Gate();
        var script = new Script(async _ => await gate.WaitAsync()) { Other = new Gate() };
        var run = Start(overlapping: true, returnsTask: false, script, source.Token);

        await source.CancelAsync();
        Assert.False(run.IsCompleted);
        gate.Open(1);
        Assert.False(run.IsCompleted);
        script.Other.Open(2);

        _ = await Assert.ThrowsAnyAsync<OperationCanceledException>(() => run.OrHang());
        Assert.False(script.HasEnded);
    }

    [Fact]
    public async Task Entry_points_without_output_are_cancelled_and_fail_in_the_same_way()
    {
        using var source = new CancellationTokenSource();
        await source.CancelAsync();
        var pipeline = new Effects();

        var valueTask = pipeline.RunAsync(new OperationCanceledException(), source.Token).AsTask();
        var task = pipeline.RunTaskAsync(new OperationCanceledException(), source.Token);
        var failed = pipeline.RunTaskAsync(new OperationCanceledException(), default);
        var failedValueTask = pipeline.RunAsync(new OperationCanceledException(), default).AsTask();

        Assert.True(valueTask.IsCanceled);
        Assert.True(task.IsCanceled);
        Assert.True(failed.IsFaulted);
        Assert.True(failedValueTask.IsFaulted);
        _ = await Assert.ThrowsAsync<OperationCanceledException>(() => failed);
        _ = await Assert.ThrowsAsync<OperationCanceledException>(() => failedValueTask);
    }

    // CancelAsync would suspend the stage.
    private static void Cancel(CancellationTokenSource source) => source.Cancel();

    private static Task Start(bool overlapping, bool returnsTask, Script script, CancellationToken token) =>
        (overlapping, returnsTask) switch
        {
            (false, false) => new Alone().RunAsync(script, token).AsTask(),
            (false, true) => new Alone().RunTaskAsync(script, token),
            (true, false) => new Overlapping().RunAsync(script, token).AsTask(),
            (true, true) => new Overlapping().RunTaskAsync(script, token),
        };

    /// <summary>The input, which contains the code of the stage.</summary>
    public sealed class Script(Func<CancellationToken, Task<int>> stage)
    {
        private int _under;

        public int Starts { get; private set; }

        public int Under => Volatile.Read(ref _under);

        public Gate? Other { get; init; }

        public bool HasEnded { get; set; }

        public async Task<int> RunAsync(CancellationToken token)
        {
            Starts++;
            Interlocked.Increment(ref _under);
            try
            {
                return await stage(token).ConfigureAwait(false);
            }
            finally
            {
                Interlocked.Decrement(ref _under);
            }
        }
    }

    [Pipeline]
    private sealed partial class Alone
    {
        public partial ValueTask<First> RunAsync(Script script, CancellationToken token);

        public partial Task<First> RunTaskAsync(Script script, CancellationToken token);

        [Stage]
        private static async ValueTask<First> FirstAsync(Script script, CancellationToken token) =>
            new(await script.RunAsync(token).ConfigureAwait(false));
    }

    [Pipeline]
    private sealed partial class Overlapping
    {
        public partial ValueTask<Third> RunAsync(Script script, CancellationToken token);

        public partial Task<Third> RunTaskAsync(Script script, CancellationToken token);

        [Stage]
        private static async Task<First> FirstAsync(Script script, CancellationToken token) =>
            new(await script.RunAsync(token).ConfigureAwait(false));

        [Stage]
        private static async Task<Second> SecondAsync(Script script) =>
            new(script.Other is null ? 0 : await script.Other.WaitAsync());

        [Stage]
        private static Third End(Script script, First first, Second second)
        {
            script.HasEnded = true;
            return new(first.Number + second.Number);
        }
    }

    [Pipeline]
    private sealed partial class Synchronous(Journal journal)
    {
        public partial Second Run(CancellationTokenSource source, CancellationToken token);

        [Stage]
        private First First(CancellationTokenSource source)
        {
            source.Cancel();
            return journal.Add("first", new First(1));
        }

        [Stage]
        private Second Second(First first) => journal.Add("second", new Second(first.Number));
    }

    [Pipeline]
    private sealed partial class Effects
    {
        public partial ValueTask RunAsync(Exception exception, CancellationToken token);

        public partial Task RunTaskAsync(Exception exception, CancellationToken token);

        [Stage]
        private static ValueTask ThrowAsync(Exception exception) => throw exception;
    }
}
