#pragma warning disable CA2012, CA2008 // Results are taken by hand; the scheduler is the test's.

using System.Threading.Tasks.Sources;

namespace Sluice.Tests.CompilerServices.Pooling;

/// <summary>Awaits an operation and notes where its continuation is called.</summary>
internal sealed class ContinuationProbe : IDisposable
{
    private readonly ManualResetEventSlim _resumed = new();
    private readonly ITestSource _source;
    private readonly AsyncLocal<string?> _local;
    private readonly ValueTask<int> _task;
    private readonly InlineContext _context;
    private readonly InlineScheduler _scheduler;
    private int _completingThread;
    private int _posts;
    private string? _postedLocal;
    private Surroundings? _found;

    public ContinuationProbe(ITestSource source, AsyncLocal<string?> local)
    {
        _source = source;
        _local = local;
        _task = source.Begin();
        _context = new InlineContext(Posted);
        _scheduler = new InlineScheduler(Posted);
    }

    /// <summary>The surroundings that the continuation found.</summary>
    public Surroundings Result { get; private set; } = null!;

    public void Dispose() => _resumed.Dispose();

    public void Await(ValueTaskSourceOnCompletedFlags flags, string scheduler)
    {
        _local.Value = "of the awaiter";
        switch (scheduler)
        {
            case "default":
                SynchronizationContext.SetSynchronizationContext(new SynchronizationContext());
                Register(flags);
                break;
            case "context":
                SynchronizationContext.SetSynchronizationContext(_context);
                Register(flags);
                SynchronizationContext.SetSynchronizationContext(null);
                break;
            case "scheduler":
                Task.Factory.StartNew(
                        () =>
                        {
                            // The post that starts the registering task does not count.
                            _posts = 0;
                            Register(flags);
                        },
                        CancellationToken.None,
                        TaskCreationOptions.None,
                        _scheduler
                    )
                    .GetAwaiter()
                    .GetResult();
                break;
            default:
                Register(flags);
                break;
        }
    }

    public void Complete()
    {
        _completingThread = Environment.CurrentManagedThreadId;
        _source.Succeed(1);
    }

    public void End()
    {
        _resumed.WaitOrHang();
        Result = _found! with
        {
            LocalAfter = _local.Value,
            HasContextAfter = SynchronizationContext.Current is InlineContext,
        };
    }

    private void Register(ValueTaskSourceOnCompletedFlags flags)
    {
        var awaiter = _task.GetAwaiter();
        var configured = _task.ConfigureAwait(false).GetAwaiter();
        switch (flags)
        {
            case ValueTaskSourceOnCompletedFlags.None:
                configured.UnsafeOnCompleted(Resume);
                break;
            case ValueTaskSourceOnCompletedFlags.FlowExecutionContext:
                configured.OnCompleted(Resume);
                break;
            case ValueTaskSourceOnCompletedFlags.UseSchedulingContext:
                awaiter.UnsafeOnCompleted(Resume);
                break;
            default:
                awaiter.OnCompleted(Resume);
                break;
        }
    }

    private void Posted()
    {
        _posts++;
        _postedLocal = _local.Value;
    }

    private void Resume()
    {
        _found = new Surroundings(
            _local.Value,
            ReferenceEquals(SynchronizationContext.Current, _context),
            ReferenceEquals(TaskScheduler.Current, _scheduler),
            _posts,
            _postedLocal,
            Environment.CurrentManagedThreadId == _completingThread,
            LocalAfter: null,
            HasContextAfter: false
        );

        // Changes that must not reach the completing thread where the execution context flows.
        _local.Value = "of the continuation";
        SynchronizationContext.SetSynchronizationContext(new InlineContext(() => { }));
        _ = _task.GetAwaiter().GetResult();
        _resumed.Set();
    }
}
