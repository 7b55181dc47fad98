using System.ComponentModel;

namespace Sluice.CompilerServices.Streams;

/// <summary>Creates the stream that an entry point returns if other stages may be under way while it is read.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class ConcurrentStreamOutput
{
    /// <summary>
    /// Creates a stream that runs the pipeline when it is enumerated, and returns items as soon as the run's stream is
    /// available. Each enumeration is a separate run.
    /// </summary>
    /// <typeparam name="TRun">The type that starts the run.</typeparam>
    /// <typeparam name="T">The type of the items.</typeparam>
    /// <param name="run">An object that starts the run.</param>
    /// <param name="token">The token of the entry point. The token of the enumeration cancels the run as well.</param>
    /// <returns>
    /// The stream. It ends when the whole run has ended, and throws the exception of the run. If the consumer leaves
    /// earlier, the run is cancelled; disposal of the stream then awaits the run and throws its failure, but not a
    /// cancellation.
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
                    // A producer may ignore its token. Items that it produces after the run has stopped are discarded.
                    if (handover.IsOver || !await items.MoveNextAsync().ConfigureAwait(false) || handover.IsOver)
                    {
                        break;
                    }

                    item = items.Current;
                }
#pragma warning disable CA1031 // The run ends with this exception and throws it at its end.
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
                // A consumer that has left cancelled the run itself, or is not interested in the cancellation.
            }
        }
    }

    private static async ValueTask CancelAsync<T>(StreamHandover<T> handover, CancellationTokenSource callersToken)
    {
        try
        {
            await callersToken.CancelAsync().ConfigureAwait(false);
        }
#pragma warning disable CA1031 // The run ends with exceptions from callbacks on the token.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            handover.Fail(exception);
        }
    }
}
