using System.ComponentModel;

namespace Sluice.CompilerServices.Streams;

/// <summary>
/// The base class of emitted run objects whose stream is read while other stages are under way. The run ends when all
/// stages have settled and the reader has finished with the stream.
/// </summary>
/// <typeparam name="T">The type of the items.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract class ConcurrentStreamedRun<T> : CancellableRun<bool>
{
    private StreamHandover<T> _handover = default!;

    /// <summary>Whether the run has been stopped.</summary>
    internal bool HasStopped => IsStopped;

    /// <summary>The token for reading the stream: that of the run.</summary>
    internal CancellationToken StreamToken => RunToken;

    /// <inheritdoc />
    protected sealed override CancellationToken CancellingToken => _handover.CallerToken;

    /// <summary>Whether stages that do not need the stream continue after it fails.</summary>
    protected virtual bool GoesOnAfterFailure => false;

    /// <summary>Records the failure of the stream.</summary>
    internal void FailStream(Exception exception) => FailBesideStages(exception, GoesOnAfterFailure);

    /// <summary>
    /// Reports that the reader has finished with the stream. The reader must not use the run afterwards.
    /// </summary>
    internal void End() => EndStream();

    /// <summary>Prepares the run object for providing its stream.</summary>
    /// <param name="handover">The handover that receives the stream.</param>
    protected void OpenStream(StreamHandover<T> handover)
    {
        ArgumentNullException.ThrowIfNull(handover);
        _handover = handover;
        handover.Open(this);
    }

    /// <summary>Passes the stream to the reader, which may start immediately.</summary>
    /// <param name="stream">The stream, or <see langword="null"/> if there is none.</param>
    protected void HandOver(IAsyncEnumerable<T>? stream) => _handover.Give(stream);

    /// <summary>Decreases the count of operations that the end of the run waits for.</summary>
    protected abstract void EndStream();

    /// <inheritdoc />
    protected sealed override void CompleteExceptionally(RunReport report)
    {
        _handover.HasBeenCancelled = CauseIsCancellation;
        base.CompleteExceptionally(report);
    }

    /// <summary>Clears the reference to the reader. Called before the run object returns to its pool.</summary>
    protected void CloseStream() => _handover = default!;
}
