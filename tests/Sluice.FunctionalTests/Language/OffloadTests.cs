using Sluice.FunctionalTests.Harness;
using Sluice.FunctionalTests.Values;

namespace Sluice.FunctionalTests.Language;

/// <summary>Stages that run on the thread pool.</summary>
public sealed partial class OffloadTests
{
    [Fact]
    public async Task An_offloaded_stage_runs_on_the_thread_pool_and_not_on_the_callers_thread()
    {
        var threads = new Threads();
        Task<Second>? run = null;

        await OwnThread
            .RunAsync(() =>
            {
                threads.Caller = Environment.CurrentManagedThreadId;
                run = new Sequential().RunAsync(threads).AsTask();
            })
            .OrHang();

        Assert.Equal(new Second(2), await run!.OrHang());
        Assert.True(threads.IsOffloadedOnPool);
        Assert.NotEqual(threads.Caller, threads.Offloaded);
        Assert.Equal(Lowering.Sequential, Sequential.Graph.EntryPoints.Single().Lowering);
    }

    [Fact]
    public async Task Offloaded_stages_overlap_with_their_siblings()
    {
        // Each stage waits until all three run at once: one on the caller's thread and two on the pool.
        using var meeting = new Meeting(3);

        Assert.Equal(6, await new Concurrent().RunAsync(meeting).OrHang());
        Assert.Equal(Lowering.Concurrent, Concurrent.Graph.EntryPoints.Single().Lowering);
    }

    [Fact]
    public async Task An_offloaded_stage_may_be_asynchronous_itself()
    {
        var gate = new Gate();
        var run = new Asynchronous().RunAsync(gate);
        gate.Open(4);

        Assert.Equal(new Second(5), await run.OrHang());
    }

    [Fact]
    public async Task What_an_offloaded_stage_throws_fails_the_run()
    {
        var failure = new InvalidDataException();

        var run = new Failing().RunAsync(failure).AsTask();

        Assert.Same(failure, await Assert.ThrowsAsync<InvalidDataException>(() => run.OrHang()));
    }

    [Fact]
    public async Task A_cancelled_caller_lets_no_offloaded_stage_start()
    {
        using var source = new CancellationTokenSource();
        await source.CancelAsync();

        var run = new Failing().RunAsync(new InvalidDataException(), source.Token).AsTask();

        _ = await Assert.ThrowsAnyAsync<OperationCanceledException>(() => run.OrHang());
    }

    public sealed class Threads
    {
        public int Caller { get; set; }

        public int Offloaded { get; set; }

        public bool IsOffloadedOnPool { get; set; }
    }

    public sealed class Meeting(int participants) : IDisposable
    {
        private readonly CountdownEvent _missing = new(participants);

        public void Join()
        {
            _missing.Signal();
            _missing.WaitHandle.WaitOne(TimeSpan.FromSeconds(30));
            Assert.Equal(0, _missing.CurrentCount);
        }

        public void Dispose() => _missing.Dispose();
    }

    [Pipeline]
    private sealed partial class Sequential
    {
        public partial ValueTask<Second> RunAsync(Threads threads);

        [Stage, Offload]
        private static First First(Threads threads)
        {
            threads.Offloaded = Environment.CurrentManagedThreadId;
            threads.IsOffloadedOnPool = Thread.CurrentThread.IsThreadPoolThread;
            return new First(1);
        }

        [Stage]
        private static Second Second(First first) => new(first.Number + 1);
    }

    [Pipeline]
    private sealed partial class Concurrent
    {
        public partial ValueTask<int> RunAsync(Meeting meeting);

        [Stage, Offload]
        private static First First(Meeting meeting)
        {
            meeting.Join();
            return new First(1);
        }

        [Stage, Offload]
        private static Second Second(Meeting meeting)
        {
            meeting.Join();
            return new Second(2);
        }

        [Stage]
        private static Third Third(Meeting meeting)
        {
            meeting.Join();
            return new Third(3);
        }

        [Stage]
        private static int Add(First first, Second second, Third third) => first.Number + second.Number + third.Number;
    }

    [Pipeline]
    private sealed partial class Asynchronous
    {
        public partial Task<Second> RunAsync(Gate gate);

        [Stage, Offload]
        private static async Task<First> FirstAsync(Gate gate) => new(await gate.WaitAsync());

        [Stage]
        private static Second Second(First first) => new(first.Number + 1);
    }

    [Pipeline]
    private sealed partial class Failing
    {
        public partial ValueTask<First> RunAsync(Exception exception, CancellationToken token = default);

        [Stage, Offload]
        private static First Throw(Exception exception) => throw exception;
    }
}
