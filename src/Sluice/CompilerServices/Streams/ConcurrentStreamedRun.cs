using System.ComponentModel;

namespace Sluice.CompilerServices.Streams;

/// <summary>
/// A concurrent run whose stream is read while other stages are under way: what emitted code derives its run objects from. It ends when
/// all stages have settled and the reader has done with the stream.
/// </summary>
/// <typeparam name="T">The type of the items.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract class ConcurrentStreamedRun<T> : CancellableRun<bool>
{
    private StreamHandover<T> _handover = default!;

    /// <summary>Whether the run has been stopped.</summary>
    internal bool HasStopped => IsStopped;

    /// <summary>The token that the stream is read with: the run's own.</summary>
    internal CancellationToken StreamToken => RunToken;

    /// <inheritdoc />
    protected sealed override CancellationToken CancellingToken => _handover.CallerToken;

    /// <summary>Whether stages that do not need the stream go on where it fails.</summary>
    protected virtual bool GoesOnAfterFailure => false;

    /// <summary>Records what the stream has failed with.</summary>
    internal void FailStream(Exception exception) => FailBesideStages(exception, GoesOnAfterFailure);

    /// <summary>Says that the reader has done with the stream. The run must not be touched afterwards.</summary>
    internal void End() => EndStream();

    /// <summary>Makes the run object ready to give its stream.</summary>
    /// <param name="handover">What it is given to.</param>
    protected void OpenStream(StreamHandover<T> handover)
    {
        ArgumentNullException.ThrowIfNull(handover);
        _handover = handover;
        handover.Open(this);
    }

    /// <summary>Gives the stream to the reader, who may begin at once.</summary>
    /// <param name="stream">The stream, or <see langword="null"/> where there is none.</param>
    protected void HandOver(IAsyncEnumerable<T>? stream) => _handover.Give(stream);

    /// <summary>Counts down what the run ends with.</summary>
    protected abstract void EndStream();

    /// <inheritdoc />
    protected sealed override void CompleteExceptionally(RunReport report)
    {
        _handover.HasBeenCancelled = CauseIsCancellation;
        base.CompleteExceptionally(report);
    }

    /// <summary>Forgets the reader. To be called before the run object goes back to its pool.</summary>
    protected void CloseStream() => _handover = default!;
}
