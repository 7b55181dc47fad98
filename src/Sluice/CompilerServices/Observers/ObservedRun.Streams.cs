using Sluice.CompilerServices.Streams;

namespace Sluice.CompilerServices;

/// <content>Stages that return streams.</content>
public sealed partial class ObservedRun<TObserver>
{
    // The stages whose streams have not ended.
    private readonly List<int> _unread = [];

    /// <summary>Says that a stage has returned a stream: it works while that is read, and ends with it.</summary>
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
        // A producer that nobody waits for may end when the run has long ended, and another one has the scope. Told under the lock, it
        // is told before the run can end, or not at all.
        lock (_unread)
        {
            if (!IsIn(use) || !_unread.Remove(stage))
            {
                return;
            }

            // To stop a span changes the execution context, which is that of whoever reads.
            var context = IsTraced ? ExecutionContext.Capture() : null;
            EndStream(stage, items, failure, isCancellation: false);
            if (IsTraced)
            {
                CallerContext.Restore(context);
            }
        }
    }

    // Whoever took them wanted no more, or could not go on.
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
