using System.ComponentModel;

namespace Sluice.CompilerServices.Streams;

/// <summary>Makes the stream that an entry point returns whose other stages may be under way while it is read.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class ConcurrentStreamOutput
{
    /// <summary>
    /// Runs the pipeline when somebody begins to enumerate, and gives what its stream gives as soon as that is there. Each enumeration is
    /// a run of its own.
    /// </summary>
    /// <typeparam name="TRun">What starts the run.</typeparam>
    /// <typeparam name="T">The type of the items.</typeparam>
    /// <param name="run">What starts the run.</param>
    /// <param name="token">The entry point's token. The token that the consumer enumerates with counts as well.</param>
    /// <returns>
    /// The stream. It ends when the whole run has ended, and throws what that ended with. Where its consumer leaves before, the run is
    /// cancelled, and the disposal of the stream waits for it and throws what has failed, but no cancellation.
    /// </returns>
    public static IAsyncEnumerable<T> EnumerateAsync<TRun, T>(TRun run, CancellationToken token = default)
        where TRun : IConcurrentStreamedRun<T> =>
        new StreamedOutput<TRun, T>(run, static (run, callers) => Enumerate<TRun, T>(run, callers), token);

    private static async IAsyncEnumerator<T> Enumerate<TRun, T>(TRun run, StreamCallers callers)
        where TRun : IConcurrentStreamedRun<T>
    {
        using var callersToken = callers.Link();
        var handover = new StreamHandover<T>(callers);
        var end = run.RunAsync(handover, callersToken.Token);
        var items = handover.Read(await handover.StreamAsync().ConfigureAwait(false));
        var hasLeft = true;
        try
        {
            while (items is not null)
            {
                T item;
                try
                {
                    // The producer may not heed its token: what it gives after the run has been stopped is not given on.
                    if (handover.IsOver || !await items.MoveNextAsync().ConfigureAwait(false) || handover.IsOver)
                    {
                        break;
                    }

                    item = items.Current;
                }
#pragma warning disable CA1031 // The run ends with it, and throws it when it has.
                catch (Exception exception)
#pragma warning restore CA1031
                {
                    handover.Fail(exception);
                    break;
                }

                yield return item;
            }

            hasLeft = false;
        }
        finally
        {
            if (hasLeft)
            {
                await CancelAsync(handover, callersToken).ConfigureAwait(false);
            }

            await handover.EndAsync(items).ConfigureAwait(false);
            try
            {
                await end.ConfigureAwait(false);
            }
            catch (OperationCanceledException) when (hasLeft && handover.HasBeenCancelled)
            {
                // Who has left has cancelled the run, or does not ask who has.
            }
        }
    }

    private static async ValueTask CancelAsync<T>(StreamHandover<T> handover, CancellationTokenSource callersToken)
    {
        try
        {
            await callersToken.CancelAsync().ConfigureAwait(false);
        }
#pragma warning disable CA1031 // What callbacks on the token throw is what the run ends with.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            handover.Fail(exception);
        }
    }
}
