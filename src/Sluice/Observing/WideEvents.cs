using Sluice.JsonLines;

namespace Sluice;

/// <summary>
/// Writes wide events to a stream: one line of JSON for each called or skipped stage of a run, in the order in which
/// the stages ended, followed by one line for the run. Thread-safe.
/// </summary>
/// <remarks>
/// <para>
/// Each line is complete in itself: it contains the identity of the run, the result, the duration and the failure.
/// </para>
/// <para>
/// <see cref="Observer"/> writes when a run ends, on the thread that ends it. To keep runs from waiting for the stream,
/// let a <see cref="RunEventSink"/> call <see cref="WriteAsync"/> in the background.
/// </para>
/// <para>
/// All lines of a run are written together, so they never mix with those of another run, and the stream is flushed. An
/// exception from the stream becomes the failure of the observer or of the sink's consumer and never breaks a run. The
/// next write then begins with a line break, so that a truncated line does not corrupt the next one. The stream belongs
/// to the caller and is not closed.
/// </para>
/// <para>
/// Property names are in snake case, unknown values are omitted, and times are in milliseconds. <c>schema_version</c>
/// is <see cref="SchemaVersion"/>, which increases when a property is removed or changes its meaning, but not when one
/// is added.
/// </para>
/// </remarks>
#pragma warning disable CA1001 // The semaphore holds no resource unless its wait handle is requested.
public sealed class WideEvents
#pragma warning restore CA1001
{
    /// <summary>The version of the format of the lines.</summary>
    public const int SchemaVersion = 1;

    private readonly Stream _stream;
    private readonly WideEventOptions _options;
    private readonly OpenRuns _openRuns;
    private readonly LineBuffer _batch;

    // Guards the stream and the state of batches.
    private readonly SemaphoreSlim _turn = new(1, 1);
    private bool _lineMayBeCut;

    // The number of processed events in the current batch, and the event that the batch begins with.
    private int _taken;
    private (Guid Run, long Number) _first;

    /// <summary>Initializes a new instance of the <see cref="WideEvents"/> class.</summary>
    /// <param name="stream">The stream that receives the lines, in UTF-8, each terminated by a line feed.</param>
    /// <param name="options">The options, or <see langword="null"/> for the defaults.</param>
    /// <exception cref="ArgumentNullException"><paramref name="stream"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException"><paramref name="stream"/> is not writable.</exception>
    /// <exception cref="ArgumentOutOfRangeException">
    /// A value of <paramref name="options"/> is out of its range.
    /// </exception>
    public WideEvents(Stream stream, WideEventOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(stream);
        if (!stream.CanWrite)
        {
            throw new ArgumentException("The stream cannot be written to.", nameof(stream));
        }

        _options = options ?? new WideEventOptions();
        OptionOutOfRange.ThrowIfLessThan(_options.MaxTextLength, 1, nameof(_options.MaxTextLength), nameof(options));
        OptionOutOfRange.ThrowIfLessThan(_options.MaxOpenRuns, 1, nameof(_options.MaxOpenRuns), nameof(options));
        _stream = stream;
        _openRuns = new OpenRuns(_options.MaxOpenRuns);
        _batch = new LineBuffer();
    }

    /// <summary>
    /// An observer that writes the lines of a run when the run ends. It can be passed to any number of concurrent runs.
    /// </summary>
    public WideEventObserver Observer => new(this);

    /// <summary>The number of unfinished runs whose events arrived in batches.</summary>
    public int OpenRunCount => _openRuns.Count;

    /// <summary>
    /// Processes a batch of events and writes the lines of the runs that ended. This method is the consumer for one
    /// <see cref="RunEventSink"/>.
    /// </summary>
    /// <param name="batch">The batch of events.</param>
    /// <param name="cancellationToken">A token that ends the wait for the stream.</param>
    /// <returns>A task that completes when the lines have been written.</returns>
    /// <remarks>
    /// If events of a run were dropped, its line reports the number in <c>events_missing</c>, and the other numbers
    /// cover the remaining events. If a write failed and the same batch is passed again, only the write is repeated.
    /// </remarks>
    public async ValueTask WriteAsync(SinkBatch batch, CancellationToken cancellationToken = default)
    {
        await _turn.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            var first = batch.Events.IsEmpty
                ? default
                : (batch.Events.Span[0].RunId, batch.Events.Span[0].SequenceNumber);
            if (batch.Attempt <= 1 || first != _first)
            {
                // The remainder of an earlier batch is lost, and the sink has already counted it.
                _batch.Clear();
                _taken = 0;
                _first = first;
            }

            TakeEvents(batch.Events.Span);
            await WriteBatchAsync(cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            _turn.Release();
        }
    }

    /// <summary>
    /// Writes the lines of all unfinished runs whose events arrived in batches, with the status <c>unfinished</c>. Call
    /// this method when no further batch will arrive.
    /// </summary>
    /// <param name="cancellationToken">A token that ends the wait for the stream.</param>
    /// <returns>A task that completes when the lines have been written.</returns>
    public async ValueTask WriteUnfinishedAsync(CancellationToken cancellationToken = default)
    {
        await _turn.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            _openRuns.CloseAll(_batch, _options.MaxTextLength);
            await WriteBatchAsync(cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            _turn.Release();
        }
    }

    /// <summary>Writes the lines of an ended run and returns its record to the pool.</summary>
    internal void Write(RunRecord run)
    {
        var lines = LineBuffer.Rent();
        lines.Add(run, _options.MaxTextLength);
        run.Return();
        _turn.Wait();
        try
        {
            BeginWriting();
            _stream.Write(lines.Written.Span);
            _stream.Flush();
            _lineMayBeCut = false;
        }
        finally
        {
            _turn.Release();
        }

        lines.Return();
    }

    private void TakeEvents(ReadOnlySpan<RunEvent> events)
    {
        // If the lines of a run cannot be created, the next attempt continues with the event after it.
        while (_taken < events.Length)
        {
            _openRuns.Add(in events[_taken++], _batch, _options.MaxTextLength);
        }
    }

    private async ValueTask WriteBatchAsync(CancellationToken cancellationToken)
    {
        if (_batch.Written.IsEmpty)
        {
            return;
        }

        BeginWriting();
        await _stream.WriteAsync(_batch.Written, cancellationToken).ConfigureAwait(false);
        await _stream.FlushAsync(cancellationToken).ConfigureAwait(false);
        _lineMayBeCut = false;
        _batch.Clear();
    }

    private void BeginWriting()
    {
        if (_lineMayBeCut)
        {
            _stream.WriteByte((byte)'\n');
        }

        _lineMayBeCut = true;
    }
}
