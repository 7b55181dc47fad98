using Sluice.CompilerServices.Streams;

namespace Sluice.CompilerServices;

/// <content>Stages that return streams.</content>
internal sealed partial class ObservedRun<TObserver>
{
    // The stages whose streams have not ended.
    private readonly List<int> _unread = [];

    /// <summary>
    /// Reports that a stage has returned a stream. The stage works while the stream is read, and ends with it.
    /// </summary>
    /// <typeparam name="T">The type of the items.</typeparam>
    /// <param name="stage">The stage's index.</param>
    /// <param name="stream">The stream.</param>
    public void Streams<T>(int stage, ProducedStream<T> stream)
    {
        ArgumentNullException.ThrowIfNull(stream);
        if (IsTraced)
        {
            TraceReturn();
        }

        lock (_unread)
        {
            _unread.Add(stage);
        }

        stream.Observe(this, stage);
    }

    internal override void StreamEnded(int use, int stage, int? items, Exception? failure)
    {
        // An unawaited producer may end after the run, when another run already uses the scope. Because it reports
        // under the lock, the report arrives before the run can end, or not at all.
        lock (_unread)
        {
            if (!IsIn(use) || !_unread.Remove(stage))
            {
                return;
            }

            // Stopping a span changes the execution context, which belongs to the reader.
            var context = IsTraced ? ExecutionContext.Capture() : null;
            EndStream(stage, items, failure, isCancellation: false);
            if (IsTraced)
            {
                CallerContext.Restore(context);
            }
        }
    }

    // The consumers of these streams stopped reading or could not continue.
    private void EndUnreadStreams(Exception? exception)
    {
        int[] unread;
        lock (_unread)
        {
            unread = [.. _unread];
            _unread.Clear();
        }

        foreach (var stage in unread)
        {
            var error = exception is null ? null : UnreadStream.Exception(NameOf(stage), exception);
            EndStream(stage, items: null, error, isCancellation: error is not null);
        }
    }

    private void EndStream(int stage, int? items, Exception? error, bool isCancellation)
    {
        var now = Timestamp();
        Notify(
            new Details(
                error is null ? RunEventKind.StageCompleted
                    : isCancellation ? RunEventKind.StageCancelled
                    : RunEventKind.StageFailed,
                stage
            )
            {
                Attempt = CallsOf(stage),
                Duration = Elapsed(_started[stage], now),
                Error = error,
                OutputSize = items,
            },
            now
        );
    }
}
