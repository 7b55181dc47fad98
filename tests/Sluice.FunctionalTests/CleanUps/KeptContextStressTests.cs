using System.Collections.Concurrent;
using Sluice.FunctionalTests.Harness;

namespace Sluice.FunctionalTests.CleanUps;

/// <summary>Threads that use the contexts of runs which end meanwhile and whose scopes are reused by other runs.</summary>
public sealed partial class KeptContextStressTests
{
    private const int Runs = 20_000;

    [ThreadStatic]
    private static Holder? _current;

    private readonly ConcurrentQueue<Exception> _mistakes = [];
    private Holder? _latest;
    private int _accepted;
    private int _called;
    private int _strangers;
    private bool _isOver;

    [Fact]
    public void A_clean_up_is_called_in_its_own_run_or_refused()
    {
        RunAll(
            holder =>
            {
                _current = holder;
                Assert.Equal(1, new Keeping(this).Run(holder));
            },
            holder =>
            {
                holder.Context.OnCleanUp(() =>
                {
                    Interlocked.Increment(ref _called);
                    Assert.Same(holder, _current);
                });
                Interlocked.Increment(ref _accepted);
            }
        );

        Assert.Empty(_mistakes);
        Assert.Equal(_accepted, _called);
    }

    [Fact]
    public void What_a_context_tells_and_reads_is_of_its_own_run()
    {
        RunAll(
            holder => Assert.Equal(1, new Keeping(this).Observe(holder, new OwnEvents(this, holder))),
            holder =>
            {
                holder.Context.Publish("news", holder);
                Assert.Equal("Keep", holder.Context.StageName);
                Assert.Equal(holder.RunId, holder.Context.RunId);
                Assert.Equal(holder.RunId, holder.Context.Run.RunId);
                holder.Context.ReportProgress(0.5);
            }
        );

        Assert.Empty(_mistakes);
        Assert.Equal(0, _strangers);
    }

    // Two threads run pipelines, and two others use the context that was created last.
    private void RunAll(Action<Holder> run, Action<Holder> use)
    {
        var users = Start(2, Use);
        var runners = Start(
            2,
            () =>
            {
                for (var number = 0; number < Runs; number++)
                {
                    run(new Holder());
                }
            }
        );
        Array.ForEach(runners, thread => thread.JoinOrHang());
        Volatile.Write(ref _isOver, true);
        Array.ForEach(users, thread => thread.JoinOrHang());

        void Use()
        {
            while (!Volatile.Read(ref _isOver))
            {
                if (Volatile.Read(ref _latest) is { } holder)
                {
                    try
                    {
                        use(holder);
                    }
                    catch (InvalidOperationException exception)
                        when (exception.Message.StartsWith("The run ", StringComparison.Ordinal))
                    {
                        // The run of the context has ended.
                    }
                }
            }
        }
    }

    private Thread[] Start(int count, Action work)
    {
        var threads = Enumerable.Range(0, count).Select(_ => new Thread(() => Guarded(work)) { IsBackground = true });
        return
        [
            .. threads.Select(thread =>
            {
                thread.Start();
                return thread;
            }),
        ];
    }

    private void Guarded(Action work)
    {
        try
        {
            work();
        }
#pragma warning disable CA1031 // An unhandled exception would end the process.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            _mistakes.Enqueue(exception);
        }
    }

    private sealed class Holder
    {
        public StageContext Context { get; set; }

        public Guid RunId { get; set; }
    }

    private readonly struct OwnEvents(KeptContextStressTests test, Holder holder) : IRunObserver
    {
        public void Observe(in RunEvent runEvent)
        {
            if (runEvent.Kind == RunEventKind.StagePublished && !ReferenceEquals(runEvent.Payload, holder))
            {
                Interlocked.Increment(ref test._strangers);
            }
        }
    }

    [Pipeline]
    private sealed partial class Keeping(KeptContextStressTests test)
    {
        public partial int Run(Holder holder);

        public partial int Observe<TObserver>(Holder holder, TObserver observer)
            where TObserver : struct, IRunObserver;

        [Stage]
        private int Keep(Holder holder, StageContext context)
        {
            holder.RunId = context.RunId;
            holder.Context = context;
            Volatile.Write(ref test._latest, holder);
            return 1;
        }
    }
}
