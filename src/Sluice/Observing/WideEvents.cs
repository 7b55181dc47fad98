using Sluice.JsonLines;

namespace Sluice;

/// <summary>
/// Writes wide events to a stream: one line of JSON for each stage of a run that was called or skipped, in the order in which they
/// ended, and then one for the run. Each says all there is to know of it: whose run it was, how it ended, how long it took, what it
/// failed with. Thread-safe.
/// </summary>
/// <remarks>
/// <para>
/// <see cref="Observer"/> writes when a run ends, on the thread that ends it. Where runs are not to wait for the stream, a
/// <see cref="RunEventSink"/> calls <see cref="WriteAsync"/> in the background.
/// </para>
/// <para>
/// The lines of a run are written at once, so that they are never mixed with those of another, and the stream is flushed. What the
/// stream throws is the observer's failure or that of the sink's consumer; it never breaks a run. The next write then begins with a
/// line break, so that a line that was cut off spoils no other. The stream is the caller's to close.
/// </para>
/// <para>
/// Names are in snake case; what is not known or does not apply is left out; times are in milliseconds. <c>schema_version</c> is
/// <see cref="SchemaVersion"/>: it grows when a name is taken away or changes its meaning, not when one is added.
/// </para>
/// </remarks>
#pragma warning disable CA1001 // The semaphore holds nothing as long as nobody asks for its wait handle.
public sealed class WideEvents
#pragma warning restore CA1001
{
    /// <summary>The version of what lines say.</summary>
    public const int SchemaVersion = 1;

    private readonly Stream _stream;
    private readonly WideEventOptions _options;
    private readonly OpenRuns _openRuns;
    private readonly LineBuffer _batch;

    // Of the stream, and of all that batches lead to.
    private readonly SemaphoreSlim _turn = new(1, 1);
    private bool _lineMayBeCut;

    // How many events of the present batch, and which that begins with.
    private int _taken;
    private (Guid Run, long Number) _first;

    /// <summary>Makes what writes wide events to a stream.</summary>
    /// <param name="stream">Where lines go: UTF-8, each ended by a line feed.</param>
    /// <param name="options">What they keep to.</param>
    /// <exception cref="ArgumentException">The stream cannot be written to.</exception>
    /// <exception cref="ArgumentOutOfRangeException">An option is out of its range.</exception>
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

    /// <summary>What writes the lines of a run. It may be given to any number of runs at once.</summary>
    public WideEventObserver Observer => new(this);

    /// <summary>How many runs, of those told in batches, have begun and not ended.</summary>
    public int OpenRunCount => _openRuns.Count;

    /// <summary>
    /// Takes a batch of events and writes the lines of the runs that have ended: the consumer of a <see cref="RunEventSink"/>, of one at
    /// a time. Called again with a batch that it has failed to write, it only writes again.
    /// </summary>
    /// <param name="batch">The events.</param>
    /// <param name="cancellationToken">Ends the wait for the stream.</param>
    /// <returns>A task that ends when the lines have been written.</returns>
    /// <remarks>
    /// Where events of a run were dropped, its line says how many in <c>events_missing</c>, and its numbers are those of the others.
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
                // What is left of a batch before is lost: the sink has counted it.
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
    /// Writes the lines of all runs that were told in batches and have not ended, with the status <c>unfinished</c>: when no further
    /// batch will come.
    /// </summary>
    /// <param name="cancellationToken">Ends the wait for the stream.</param>
    /// <returns>A task that ends when the lines have been written.</returns>
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

    /// <summary>Writes the lines of a run that has ended, and gives its record back.</summary>
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
        // Where the lines of a run cannot be made, the next attempt goes on after it.
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
