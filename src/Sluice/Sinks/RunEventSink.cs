using Sluice.CompilerServices;

namespace Sluice;

/// <summary>
/// Queues the events of any number of runs for a consumer that is slower than the runs or works in batches.
/// Thread-safe.
/// </summary>
/// <remarks>
/// <para>
/// The capacity is bounded. If the queue is full, runs wait, or events are dropped and counted; see
/// <see cref="RunEventSinkOptions.FullMode"/>.
/// </para>
/// <para>
/// The consumer is called on the sink's own thread, with one batch at a time. With <see cref="SinkFullMode.Wait"/>, an
/// event that finds no room blocks the reporting thread until the consumer has taken a batch. This never blocks the
/// consumer: a consumer that awaits nothing needs no pool thread, and for one that does, the thread pool adds threads
/// in place of the blocked ones. A consumer must not start runs that report to the same sink, because it would wait for
/// itself. If it does so on the sink's thread, the event is dropped and counted.
/// </para>
/// <para>
/// If the consumer throws, it is called again with the same batch, up to <see cref="RunEventSinkOptions.Attempts"/>
/// times in total. After that the events of the batch are lost: <see cref="Lost"/> counts them, the next batch reports
/// their number, and the event source <c>Sluice</c> reports each failure. The sink continues with the next batch.
/// </para>
/// <para>
/// The sink must be stopped or disposed; its thread runs until then. Events that are queued at that time still reach
/// the consumer.
/// </para>
/// </remarks>
public sealed class RunEventSink : IAsyncDisposable
{
    private readonly object _gate = new();
    private readonly RunEventSinkOptions _options;
    private readonly Func<SinkBatch, CancellationToken, ValueTask> _consumer;
    private readonly EventQueue _queue;
    private readonly RunEvent[] _batch;
#pragma warning disable CA2213 // A stop can be cancelled after the sink was disposed. The source holds no resource.
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

    /// <summary>Initializes a new instance of the <see cref="RunEventSink"/> class and starts its thread.</summary>
    /// <param name="consumer">
    /// The method that is called with each batch. Its token is cancelled when the wait of <see cref="StopAsync"/> is
    /// cancelled.
    /// </param>
    /// <param name="options">The options, or <see langword="null"/> for the defaults.</param>
    /// <exception cref="ArgumentNullException"><paramref name="consumer"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentOutOfRangeException">
    /// A value of <paramref name="options"/> is out of its range.
    /// </exception>
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

        // State of the creating thread, such as its current span, must not flow to the consumer.
        _thread.UnsafeStart();
    }

    /// <summary>
    /// An observer that adds the events of a run to the sink. It can be passed to any number of concurrent runs.
    /// </summary>
    public SinkObserver Observer => new(this);

    /// <summary>The number of queued events that have not been passed to the consumer.</summary>
    public int Pending => Read(static sink => sink._queue.Count);

    /// <summary>The number of events that the consumer has processed.</summary>
    public long Delivered => Read(static sink => sink._delivered);

    /// <summary>
    /// The number of dropped events: because the queue was full, or because the sink was stopping or aborted.
    /// </summary>
    public long Dropped => Read(static sink => sink._dropped);

    /// <summary>The number of events that the consumer failed to process.</summary>
    public long Lost => Read(static sink => sink._lost);

    /// <summary>The most recent exception of the consumer, or <see langword="null"/> if there is none.</summary>
    public Exception? LastFailure => Read(static sink => sink._lastFailure);

    /// <summary>Accepts no further events and waits until the consumer has processed those reported before.</summary>
    /// <param name="cancellationToken">
    /// A token that ends the wait. The consumer's token is then cancelled, and queued events are dropped and counted.
    /// </param>
    /// <returns>A task that completes when the consumer has finished the last batch.</returns>
    /// <exception cref="OperationCanceledException">
    /// <paramref name="cancellationToken"/> was cancelled before the consumer had finished.
    /// </exception>
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

    /// <summary>Stops the sink and waits until the consumer has processed all events.</summary>
    /// <returns>A task that completes when the consumer has finished the last batch.</returns>
    public ValueTask DisposeAsync() => new(StopAsync());

    /// <summary>Adds an event, or applies the full mode if there is no room.</summary>
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
            // A task is used instead of a monitor, because the thread pool adds threads when its threads wait for
            // tasks.
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

    // Returns a task to wait for if there is no room and the caller must wait; otherwise, null. A caller that is
    // waiting when the sink is stopped reported its event before the stop.
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

    // Returns 0 only if the sink is stopped and no caller waits to add an event.
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
#pragma warning disable CA1031 // An exception from the consumer must not end the thread. It is kept, counted and reported.
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
                        // The consumer did not receive the count of events dropped earlier either.
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

    // Stopping the sink ends this wait.
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
