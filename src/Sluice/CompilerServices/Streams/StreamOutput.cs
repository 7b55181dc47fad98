using System.ComponentModel;
using System.Runtime.CompilerServices;

namespace Sluice.CompilerServices.Streams;

/// <summary>Makes the stream that an entry point returns.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class StreamOutput
{
    /// <summary>
    /// Runs the pipeline when somebody begins to enumerate, and gives what its stream gives. Each enumeration is a run of its own.
    /// </summary>
    /// <typeparam name="TRun">What starts the run.</typeparam>
    /// <typeparam name="T">The type of the items.</typeparam>
    /// <param name="run">What starts the run.</param>
    /// <param name="token">The entry point's token. The token that the consumer enumerates with counts as well.</param>
    /// <returns>
    /// The stream. Where its consumer leaves before the end, what still runs is cancelled before the producer is disposed of.
    /// </returns>
    public static async IAsyncEnumerable<T> EnumerateAsync<TRun, T>(
        TRun run,
        [EnumeratorCancellation] CancellationToken token = default
    )
        where TRun : IStreamedRun<T>
    {
        // The run's own token would end with the run, which is over before the first item is asked for.
        using var lifetime = CancellationTokenSource.CreateLinkedTokenSource(token);
        var stream = await run.RunAsync(lifetime.Token).ConfigureAwait(false);
        if (stream is null)
        {
            yield break;
        }

        var items = stream.GetAsyncEnumerator(lifetime.Token);
        var hasEnded = false;
        Exception? failure = null;
        try
        {
            while (true)
            {
                try
                {
                    hasEnded = !await items.MoveNextAsync().ConfigureAwait(false);
                }
                catch (Exception exception)
                {
                    failure = exception;
                    throw;
                }

                if (hasEnded)
                {
                    break;
                }

                yield return items.Current;
            }
        }
        finally
        {
            try
            {
                if (!hasEnded)
                {
                    await CancelAsync(lifetime, failure).ConfigureAwait(false);
                }
            }
            finally
            {
                await items.DisposeAsync().ConfigureAwait(false);
            }
        }
    }

    // What callbacks on the token throw does not take the place of what the stream failed with.
    private static async ValueTask CancelAsync(CancellationTokenSource lifetime, Exception? failure)
    {
        try
        {
            await lifetime.CancelAsync().ConfigureAwait(false);
        }
#pragma warning disable CA1031 // It is attached to the failure.
        catch (Exception exception) when (failure is not null)
#pragma warning restore CA1031
        {
            RunFailure.AttachFurther(failure, exception);
        }
    }
}
