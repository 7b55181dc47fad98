using System.ComponentModel;

namespace Sluice.CompilerServices.Streams;

/// <summary>Connects a run and the reader of its stream. There is one instance per run.</summary>
/// <remarks>
/// The run passes the stream once, or <see langword="null"/> if there is none. The reader reports once that it has
/// finished with the stream. Until then the run cannot end, and its run object is not reused. Afterwards neither uses
/// the other.
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

    /// <summary>The token that cancels the run: that of its entry point or that of the reader.</summary>
    internal CancellationToken CallerToken => _callers.Cancelling;

    /// <summary>Whether the run has been stopped, so that no further item is read.</summary>
    internal bool IsOver => _run.HasStopped;

    /// <summary>Whether the run ended with a cancellation. Valid after the run has ended.</summary>
    internal bool HasBeenCancelled { get; set; }

    /// <summary>Registers the callers' tokens with the scope of the run.</summary>
    /// <param name="scope">The scope, or <see langword="null"/> if the run has none because it is not observed.</param>
    public void Open(RunScope? scope) => scope?.Stream(_callers);

    internal void Open(ConcurrentStreamedRun<T> run) => _run = run;

    /// <summary>Gives the stream to the reader. To be called once.</summary>
    internal void Give(IAsyncEnumerable<T>? stream) => SetResult(stream);

    /// <summary>Waits for the stream. It does not fail: what goes wrong before, the end of the run says.</summary>
    internal ValueTask<IAsyncEnumerable<T>?> StreamAsync() => new(this, Version);

    // One object serves one run.
    private protected override void Recycle(bool isSpent) { }

    /// <summary>Starts reading.</summary>
    /// <returns>The items, or <see langword="null"/> if there is nothing to read.</returns>
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
#pragma warning disable CA1031 // The run ends with this exception.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            Fail(exception);
            return null;
        }
    }

    /// <summary>Reports the failure of the stream.</summary>
    internal void Fail(Exception exception) => _run.FailStream(exception);

    /// <summary>Disposes the stream and lets the run end. The reader must not use the run afterwards.</summary>
    internal async ValueTask EndAsync(IAsyncEnumerator<T>? items)
    {
        if (items is not null)
        {
            try
            {
                await items.DisposeAsync().ConfigureAwait(false);
            }
#pragma warning disable CA1031 // The run ends with this exception.
            catch (Exception exception)
#pragma warning restore CA1031
            {
                Fail(exception);
            }
        }

        _run.End();
    }
}
