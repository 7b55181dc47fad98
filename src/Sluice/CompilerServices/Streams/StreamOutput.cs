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
        try
        {
            while (await items.MoveNextAsync().ConfigureAwait(false))
            {
                yield return items.Current;
            }

            hasEnded = true;
        }
        finally
        {
            try
            {
                if (!hasEnded)
                {
                    await lifetime.CancelAsync().ConfigureAwait(false);
                }
            }
            finally
            {
                await items.DisposeAsync().ConfigureAwait(false);
            }
        }
    }
}
