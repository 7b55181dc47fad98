using Sluice.CompilerServices;

namespace Sluice;

/// <summary>
/// Keeps the events of any number of runs for a consumer that is slower than they are, or works in batches. It keeps only so many:
/// then runs wait, or events are dropped and counted. Thread-safe.
/// </summary>
/// <remarks>
/// <para>
/// The consumer is called from a thread that the sink has for itself, with one batch at a time. With
/// <see cref="SinkFullMode.Wait"/> an event for which there is no room blocks the thread that reports it until the consumer has taken
/// a batch. That never blocks the consumer: one that does not await anything needs no thread of the pool, and where one does, the
/// pool starts further threads for those that wait. A consumer must not itself start runs that report to the same sink: it would
/// wait for itself. Where it does so on the sink's thread, the event is dropped and counted.
/// </para>
/// <para>
/// A consumer that throws is called with the same batch again, <see cref="RunEventSinkOptions.Attempts"/> times in all. Then the
/// events of the batch are lost: they are counted in <see cref="Lost"/>, the next batch says how many they were, and the event source
/// <c>Sluice</c> tells of each failure. The sink goes on with the next batch.
/// </para>
/// <para>The sink has to be stopped or disposed: before that its thread does not end. What it keeps then still reaches the consumer.</para>
/// </remarks>
public sealed class RunEventSink : IAsyncDisposable
{
    private readonly object _gate = new();
    private readonly RunEventSinkOptions _options;
    private readonly Func<SinkBatch, CancellationToken, ValueTask> _consumer;
    private readonly EventQueue _queue;
    private readonly RunEvent[] _batch;
#pragma warning disable CA2213 // A stop may be cancelled later than anybody could dispose it. It holds nothing.
    private readonly CancellationTokenSource _abort = new();
#pragma warning restore CA2213
    private readonly TaskCompletionSource _ended = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Thread _thread;
    private TaskCompletionSource? _room;
    private int _waiting;
    private bool _isStopping;
    private bool _isAborted;
    private long _delivered;
    private long _dropped;
    private long _droppedBeforeBatch;
    private long _lost;
    private long _lostBeforeBatch;
    private Exception? _lastFailure;

    /// <summary>Makes a sink, and starts its thread.</summary>
    /// <param name="consumer">
    /// Is called with each batch. Its token is cancelled when a stop may take no longer: see <see cref="StopAsync"/>.
    /// </param>
    /// <param name="options">How the sink works.</param>
    /// <exception cref="ArgumentOutOfRangeException">An option is out of its range.</exception>
    public RunEventSink(Func<SinkBatch, CancellationToken, ValueTask> consumer, RunEventSinkOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(consumer);
        _options = options ?? new RunEventSinkOptions();
        OptionOutOfRange.ThrowIfLessThan(_options.Capacity, 1, nameof(_options.Capacity), nameof(options));
        OptionOutOfRange.ThrowIfLessThan(_options.MaxBatchSize, 1, nameof(_options.MaxBatchSize), nameof(options));
        OptionOutOfRange.ThrowIfLessThan(_options.Attempts, 1, nameof(_options.Attempts), nameof(options));
        OptionOutOfRange.ThrowIfLessThan(
            _options.RetryDelay,
            TimeSpan.Zero,
            nameof(_options.RetryDelay),
            nameof(options)
        );
        _consumer = consumer;
        _queue = new EventQueue(_options.Capacity);
        _batch = new RunEvent[Math.Min(_options.MaxBatchSize, _options.Capacity)];
        _thread = new Thread(Consume) { IsBackground = true, Name = "Sluice event sink" };

        // What is the caller's alone, its current span for one, does not become the consumer's.
        _thread.UnsafeStart();
    }

    /// <summary>What hands the events of a run to the sink. It may be given to any number of runs at once.</summary>
    public SinkObserver Observer => new(this);

    /// <summary>How many events the consumer has not been called with yet.</summary>
    public int Pending => Read(static sink => sink._queue.Count);

    /// <summary>How many events the consumer has taken.</summary>
    public long Delivered => Read(static sink => sink._delivered);

    /// <summary>How many events were dropped: for want of room, or as the sink was stopping or may not deliver any more.</summary>
    public long Dropped => Read(static sink => sink._dropped);

    /// <summary>How many events the consumer was called with and has failed to take.</summary>
    public long Lost => Read(static sink => sink._lost);

    /// <summary>What the consumer threw last, or <see langword="null"/>.</summary>
    public Exception? LastFailure => Read(static sink => sink._lastFailure);

    /// <summary>Takes no further events, and waits until the consumer has all that were reported before.</summary>
    /// <param name="cancellationToken">
    /// Ends the wait: then the consumer's token is cancelled, and the events that it has not been called with are dropped and counted.
    /// </param>
    /// <returns>A task that ends when the consumer has ended with the last batch.</returns>
    /// <exception cref="OperationCanceledException"><paramref name="cancellationToken"/> was cancelled before.</exception>
    public async Task StopAsync(CancellationToken cancellationToken = default)
    {
        lock (_gate)
        {
            _isStopping = true;
            Monitor.PulseAll(_gate);
        }

        try
        {
            await _ended.Task.WaitAsync(cancellationToken).ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            DropAll();
            await _abort.CancelAsync().ConfigureAwait(false);
            throw;
        }
    }

    /// <summary>Stops the sink and waits until the consumer has all events.</summary>
    /// <returns>A task that ends when the consumer has ended with the last batch.</returns>
    public ValueTask DisposeAsync() => new(StopAsync());

    /// <summary>Takes an event, or does with it what is to be done where there is no room.</summary>
    internal void Add(in RunEvent runEvent)
    {
        if (AddOrFull(in runEvent, hasWaited: false) is { } room)
        {
            AddWhenThereIsRoom(in runEvent, room);
        }
    }

    private void AddWhenThereIsRoom(in RunEvent runEvent, Task room)
    {
        try
        {
            // A task and no monitor: the pool starts further threads where its own wait for a task.
            for (Task? next = room; next is not null; next = AddOrFull(in runEvent, hasWaited: true))
            {
                next.Wait();
            }
        }
        finally
        {
            lock (_gate)
            {
                _waiting--;
                Monitor.PulseAll(_gate);
            }
        }
    }

    // What there will be room after, where there is none and the caller has to wait. Whoever waits when the sink is stopped has
    // reported the event before.
    private Task? AddOrFull(in RunEvent runEvent, bool hasWaited)
    {
        lock (_gate)
        {
            if (_isAborted || (_isStopping && !hasWaited))
            {
                _dropped++;
                return null;
            }

            if (_queue.IsFull)
            {
                if (_options.FullMode == SinkFullMode.Wait && Thread.CurrentThread != _thread)
                {
                    _waiting += hasWaited ? 0 : 1;
                    return (_room ??= new TaskCompletionSource()).Task;
                }

                _dropped++;
                _droppedBeforeBatch++;
                if (_options.FullMode != SinkFullMode.DropOldest)
                {
                    return null;
                }

                _queue.DropFirst();
            }

            _queue.Add(in runEvent);
            if (_queue.Count == 1)
            {
                Monitor.PulseAll(_gate);
            }

            return null;
        }
    }

    private void Consume()
    {
        int taken;
        do
        {
            taken = Take(out var dropped, out var lost);
            if (taken > 0 || dropped > 0 || lost > 0)
            {
                HandOver(taken, dropped, lost);
                Array.Clear(_batch, 0, taken);
            }
        } while (taken > 0);

        _ended.SetResult();
    }

    // Nothing only when the sink is stopped, and nobody waits to add an event.
    private int Take(out long dropped, out long lost)
    {
        int taken;
        TaskCompletionSource? room;
        lock (_gate)
        {
            while (_queue.Count == 0 && !(_isStopping && _waiting == 0))
            {
                Monitor.Wait(_gate);
            }

            taken = _queue.Take(_batch);
            (dropped, _droppedBeforeBatch) = (_isAborted ? 0 : _droppedBeforeBatch, 0);
            (lost, _lostBeforeBatch) = (_isAborted ? 0 : _lostBeforeBatch, 0);
            (room, _room) = (_room, null);
        }

        room?.SetResult();
        return taken;
    }

    private void HandOver(int taken, long dropped, long lost)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                var batch = new SinkBatch(_batch.AsMemory(0, taken), dropped, lost, attempt);
                var task = _consumer(batch, _abort.Token);
                if (task.IsCompleted)
                {
                    task.GetAwaiter().GetResult();
                }
                else
                {
                    task.AsTask().GetAwaiter().GetResult();
                }

                lock (_gate)
                {
                    _delivered += taken;
                }

                return;
            }
#pragma warning disable CA1031 // Whatever the consumer throws must not end the thread; it is kept, counted and told.
            catch (Exception exception)
#pragma warning restore CA1031
            {
                var isLast = attempt == _options.Attempts;
                lock (_gate)
                {
                    isLast |= _isAborted;
                    _lastFailure = exception;
                    if (isLast)
                    {
                        // The consumer has not heard of what was dropped before either.
                        _lost += taken;
                        _lostBeforeBatch += lost + taken;
                        _droppedBeforeBatch += dropped;
                    }
                }

                SluiceEventSource.Log.SinkConsumerFailed(taken, attempt, isLast, exception);
                if (isLast)
                {
                    return;
                }
            }

            WaitBeforeRetry();
        }
    }

    // Nobody who stops the sink waits for this.
    private void WaitBeforeRetry()
    {
        var isDue = _options.RetryDelay == TimeSpan.Zero;
        using var timer = isDue
            ? null
            : _options.TimeProvider.CreateTimer(
                _ =>
                {
                    lock (_gate)
                    {
                        isDue = true;
                        Monitor.PulseAll(_gate);
                    }
                },
                state: null,
                _options.RetryDelay < TimerLimits.Longest ? _options.RetryDelay : TimerLimits.Longest,
                Timeout.InfiniteTimeSpan
            );
        lock (_gate)
        {
            while (!isDue && !_isStopping)
            {
                Monitor.Wait(_gate);
            }
        }
    }

    private void DropAll()
    {
        TaskCompletionSource? room;
        lock (_gate)
        {
            _isAborted = true;
            _dropped += _queue.Clear();
            (room, _room) = (_room, null);
            Monitor.PulseAll(_gate);
        }

        room?.SetResult();
    }

    private T Read<T>(Func<RunEventSink, T> read)
    {
        lock (_gate)
        {
            return read(this);
        }
    }
}
