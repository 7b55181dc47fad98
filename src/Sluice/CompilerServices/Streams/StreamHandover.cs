using System.ComponentModel;

namespace Sluice.CompilerServices.Streams;

/// <summary>
/// Where a run and the reader of its stream meet: the run gives the stream, and the reader says what became of it. One for each run.
/// </summary>
/// <remarks>
/// The run gives the stream once, or <see langword="null"/> where it has none to give. The reader says once that it has done with the
/// stream; until then the run cannot end, and its run object serves no other. Afterwards neither touches the other.
/// </remarks>
/// <typeparam name="T">The type of the items.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class StreamHandover<T> : LeasedSource<IAsyncEnumerable<T>?>
{
    private readonly StreamCallers _callers;
    private ConcurrentStreamedRun<T> _run = default!;

    // The thread that gives the stream has other stages to start: the reader continues on the thread pool.
    internal StreamHandover(StreamCallers callers)
        : base(queuesContinuation: true)
    {
        _callers = callers;
        Lease();
    }

    /// <summary>The token by which the run is cancelled: of its entry point, or of who reads the stream.</summary>
    internal CancellationToken CallerToken => _callers.Cancelling;

    /// <summary>Whether the run has been stopped, so that nothing is read any more.</summary>
    internal bool IsOver => _run.HasStopped;

    /// <summary>Whether the run has ended with a cancellation. To be asked when it has.</summary>
    internal bool HasBeenCancelled { get; set; }

    /// <summary>Lets the scope of the run know who may cancel it.</summary>
    /// <param name="scope">The scope, or <see langword="null"/> where the run has none as nobody observes it.</param>
    public void Open(RunScope? scope) => scope?.Stream(_callers);

    internal void Open(ConcurrentStreamedRun<T> run) => _run = run;

    /// <summary>Gives the stream to the reader. To be called once.</summary>
    internal void Give(IAsyncEnumerable<T>? stream) => SetResult(stream);

    /// <summary>Waits for the stream. It does not fail: what goes wrong before, the end of the run says.</summary>
    internal ValueTask<IAsyncEnumerable<T>?> StreamAsync() => new(this, Version);

    // One object serves one run.
    private protected override void Recycle(bool isSpent) { }

    /// <summary>Begins to read.</summary>
    /// <returns>The items, or <see langword="null"/> where nothing is read.</returns>
    internal IAsyncEnumerator<T>? Read(IAsyncEnumerable<T>? stream)
    {
        if (stream is null || IsOver)
        {
            return null;
        }

        try
        {
            return stream.GetAsyncEnumerator(_run.StreamToken);
        }
#pragma warning disable CA1031 // The run ends with it.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            Fail(exception);
            return null;
        }
    }

    /// <summary>Says what the stream has failed with.</summary>
    internal void Fail(Exception exception) => _run.FailStream(exception);

    /// <summary>Disposes of the stream, and lets the run end. The run must not be touched afterwards.</summary>
    internal async ValueTask EndAsync(IAsyncEnumerator<T>? items)
    {
        if (items is not null)
        {
            try
            {
                await items.DisposeAsync().ConfigureAwait(false);
            }
#pragma warning disable CA1031 // The run ends with it.
            catch (Exception exception)
#pragma warning restore CA1031
            {
                Fail(exception);
            }
        }

        _run.End();
    }
}
