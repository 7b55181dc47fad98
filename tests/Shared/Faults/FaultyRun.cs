using System.Collections.Concurrent;

namespace Sluice.Tests.Shared.Faults;

/// <summary>
/// The input of a run with injected faults: makes its stages fail, wait, or see a cancellation at each point that they reach, and
/// records their calls. Thread-safe.
/// </summary>
/// <param name="number">The number of the run. The values of its stages are derived from it, so a value from another run is
/// detected.</param>
/// <param name="faults">The faults to inject.</param>
/// <param name="time">The clock of the run.</param>
public sealed class FaultyRun(int number, IFaultSource faults, TimeProvider time) : IDisposable
{
    /// <summary>The message of a cancellation that is not a cancellation of the run.</summary>
    public const string ForeignCancellation = "not the run's";

    private static readonly TimeSpan LongerThanAnyLimit = TimeSpan.FromMinutes(10);
    private static readonly TimeSpan While = TimeSpan.FromSeconds(3);

    private readonly ConcurrentQueue<StageCall> _calls = new();
    private readonly ConcurrentQueue<int> _cleanUps = new();
    private readonly ConcurrentQueue<int> _cleanedUp = new();
    private readonly ConcurrentQueue<string> _violations = new();
    private int _points = -1;
    private int _underWay;
    private int _isOver;

    public int Number => number;

    public TimeProvider Time => time;

    /// <summary>The source by which the caller cancels the run.</summary>
    public CancellationTokenSource Source { get; } = new();

    public CancellationToken Token => Source.Token;

    /// <summary>The number of points that the run has reached.</summary>
    public int Points => Volatile.Read(ref _points) + 1;

    /// <summary>All calls, in the order in which they began.</summary>
    public IReadOnlyList<StageCall> Calls => [.. _calls];

    /// <summary>The numbers of the registered clean-ups, in order of registration.</summary>
    public IReadOnlyList<int> CleanUps => [.. _cleanUps];

    /// <summary>The numbers of the clean-ups that were called, in order of their calls.</summary>
    public IReadOnlyList<int> CleanedUp => [.. _cleanedUp];

    /// <summary>Violations of the rules that hold for every run.</summary>
    public IReadOnlyList<string> Violations => [.. _violations];

    /// <summary>The number of calls that have not ended.</summary>
    public int UnderWay => Volatile.Read(ref _underWay);

    /// <summary>Records that the run has ended for its caller. After that, no call may be under way or begin.</summary>
    public void Ended()
    {
        Volatile.Write(ref _isOver, 1);
        if (UnderWay != 0)
        {
            _violations.Enqueue($"{UnderWay} calls are under way at the end of the run.");
        }
    }

    /// <summary>Runs an asynchronous stage.</summary>
    public async ValueTask<T> CallAsync<T>(string name, int attempt, T value, CancellationToken token)
    {
        var call = Begin(name, attempt);
        try
        {
            Apply(await PointAsync(token).ConfigureAwait(false), token);
            Apply(await PointAsync(token).ConfigureAwait(false), token);
        }
        catch (Exception exception)
        {
            End(call, exception);
            throw;
        }

        End(call, exception: null);
        return value;
    }

    /// <summary>Runs an asynchronous stage that can report its outcome without throwing.</summary>
    public async ValueTask<Outcome<T>> TryAsync<T>(string name, int attempt, T value, CancellationToken token)
    {
        var call = Begin(name, attempt);
        try
        {
            var fault = await PointAsync(token).ConfigureAwait(false);
            var outcome = fault switch
            {
                Fault.Skip => Outcome.Skip("there is nothing"),
                Fault.CancelFromWithin => Outcome.Cancel("it is not wanted"),
                Fault.AskForRetry => Outcome.Retry(While),
                Fault.Throw => Outcome.Fail(Injected()),
                _ => (Outcome<T>)value,
            };
            if (fault is not (Fault.Skip or Fault.CancelFromWithin or Fault.AskForRetry or Fault.Throw))
            {
                Apply(fault, token);
            }

            End(call, exception: null);
            return outcome;
        }
        catch (Exception exception)
        {
            End(call, exception);
            throw;
        }
    }

    /// <summary>Runs a synchronous stage.</summary>
    public T Call<T>(string name, int attempt, T value, CancellationToken token)
    {
        var call = Begin(name, attempt);
        try
        {
            Apply(Next(), token);
        }
        catch (Exception exception)
        {
            End(call, exception);
            throw;
        }

        End(call, exception: null);
        return value;
    }

    /// <summary>Registers a clean-up for the end of the run.</summary>
    public void RegisterCleanUp(StageContext context)
    {
        var cleanUp = _cleanUps.Count;
        _cleanUps.Enqueue(cleanUp);
        context.OnCleanUp(() => CleanUpAsync(cleanUp));
    }

    /// <summary>Registers a synchronous clean-up, for a run in which nothing can be awaited.</summary>
    public void RegisterSynchronousCleanUp(StageContext context)
    {
        var cleanUp = _cleanUps.Count;
        _cleanUps.Enqueue(cleanUp);
        context.OnCleanUp(
            (Action)(
                () =>
                {
                    _cleanedUp.Enqueue(cleanUp);
                    _ = Call("clean-up", 1, 0, CancellationToken.None);
                }
            )
        );
    }

    public void Dispose() => Source.Dispose();

    private async ValueTask CleanUpAsync(int cleanUp)
    {
        _cleanedUp.Enqueue(cleanUp);
        _ = await CallAsync("clean-up", 1, 0, CancellationToken.None).ConfigureAwait(false);
    }

    private StageCall Begin(string name, int attempt)
    {
        Interlocked.Increment(ref _underWay);
        if (Volatile.Read(ref _isOver) != 0)
        {
            _violations.Enqueue($"{name} was called after the end of the run.");
        }

        var call = new StageCall(name, attempt);
        _calls.Enqueue(call);
        return call;
    }

    private void End(StageCall call, Exception? exception)
    {
        call.End(exception);
        Interlocked.Decrement(ref _underWay);
    }

    private Fault Next() => faults.At(Interlocked.Increment(ref _points));

    private async ValueTask<Fault> PointAsync(CancellationToken token)
    {
        await faults.SuspendAsync().ConfigureAwait(false);
        var fault = Next();
        switch (fault)
        {
            // Without a token that can be cancelled, the stage would never end.
            case Fault.Hang when token.CanBeCanceled:
                await Task.Delay(LongerThanAnyLimit, time, token).ConfigureAwait(false);
                break;
            case Fault.Dawdle:
                await Task.Delay(While, time, CancellationToken.None).ConfigureAwait(false);
                break;
            default:
                break;
        }

        return fault;
    }

    private void Apply(Fault fault, CancellationToken token)
    {
        switch (fault)
        {
            case Fault.Throw:
                throw Injected();
            case Fault.ThrowForeignCancellation:
                throw new OperationCanceledException(ForeignCancellation);
            case Fault.CancelUnnoticed:
                Source.Cancel();
                break;
            case Fault.CancelNoticed:
                Source.Cancel();
                token.ThrowIfCancellationRequested();
                break;
            case Fault.CancelAndThrow:
                Source.Cancel();
                throw Injected();
            default:
                break;
        }
    }

    private InjectedException Injected() => new(Volatile.Read(ref _points));
}
