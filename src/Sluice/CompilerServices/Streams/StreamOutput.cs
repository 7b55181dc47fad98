using System.ComponentModel;
using System.Runtime.ExceptionServices;

namespace Sluice.CompilerServices.Streams;

/// <summary>Creates the stream that an entry point returns.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class StreamOutput
{
    /// <summary>
    /// Creates a stream that runs the pipeline when it is enumerated, and returns the items of the run's stream. Each
    /// enumeration is a separate run.
    /// </summary>
    /// <typeparam name="TRun">The type that starts the run.</typeparam>
    /// <typeparam name="T">The type of the items.</typeparam>
    /// <param name="run">An object that starts the run.</param>
    /// <param name="token">The token of the entry point. The token of the enumeration cancels the run as well.</param>
    /// <returns>
    /// The stream. If the consumer leaves before the end, all work under way is cancelled before the producer is
    /// disposed.
    /// </returns>
    public static IAsyncEnumerable<T> EnumerateAsync<TRun, T>(TRun run, CancellationToken token = default)
        where TRun : IStreamedRun<T> =>
        new StreamedOutput<TRun, T>(run, static (run, callers) => Enumerate<TRun, T>(run, callers), token);

    /// <summary>
    /// Creates a stream whose runs have a scope or an observer and end when the stream has ended. Each enumeration is a
    /// separate run.
    /// </summary>
    /// <typeparam name="TRun">The type that starts the run.</typeparam>
    /// <typeparam name="T">The type of the items.</typeparam>
    /// <param name="run">An object that starts the run.</param>
    /// <param name="token">The token of the entry point. The token of the enumeration cancels the run as well.</param>
    /// <returns>The stream. Callbacks that stages registered run before its end is reported.</returns>
    public static IAsyncEnumerable<T> EnumerateInScopeAsync<TRun, T>(TRun run, CancellationToken token = default)
        where TRun : IScopedStreamedRun<T> =>
        new StreamedOutput<TRun, T>(run, static (run, callers) => EnumerateInScope<TRun, T>(run, callers), token);

    private static async IAsyncEnumerator<T> Enumerate<TRun, T>(TRun run, StreamCallers callers)
        where TRun : IStreamedRun<T>
    {
        // The run's own token would end with the run, which is over before the first item is requested.
        using var lifetime = callers.Link();
        IAsyncEnumerable<T>? stream;
        try
        {
            stream = await run.RunAsync(lifetime.Token).ConfigureAwait(false);
        }
        catch (Exception exception)
        {
            FailedRun.ThrowUnless(FailedRun.Cause(exception, callers.Cancelling), exception);
            throw;
        }

        if (stream is null)
        {
            yield break;
        }

        await foreach (var item in ReadAsync(stream, lifetime, callers, scope: null).ConfigureAwait(false))
        {
            yield return item;
        }
    }

    private static async IAsyncEnumerator<T> EnumerateInScope<TRun, T>(TRun run, StreamCallers callers)
        where TRun : IScopedStreamedRun<T>
    {
        using var lifetime = callers.Link();
        var scope = new StreamedScope(callers);
        var stream = await run.RunAsync(scope, lifetime.Token).ConfigureAwait(false);
        var items = stream is null
            ? null
            : ReadAsync(stream, lifetime, callers, scope).GetAsyncEnumerator(CancellationToken.None);
        Exception? failure = null;
        try
        {
            while (items is not null)
            {
                try
                {
                    if (!await items.MoveNextAsync().ConfigureAwait(false))
                    {
                        break;
                    }
                }
                catch (Exception exception)
                {
                    failure = exception;
                    throw;
                }

                yield return items.Current;
            }
        }
        finally
        {
            // If the consumer leaves, the producer ends here.
            var end = items is null ? failure : await DisposeAsync(items, failure, scope).ConfigureAwait(false);
            end = await scope.EndAsync(end).ConfigureAwait(false);
            if (failure is null && end is not null)
            {
                ExceptionDispatchInfo.Throw(end);
            }
        }
    }

    private static async IAsyncEnumerable<T> ReadAsync<T>(
        IAsyncEnumerable<T> stream,
        CancellationTokenSource lifetime,
        StreamCallers callers,
        StreamedScope? scope
    )
    {
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
                    // The cause must be determined before the lifetime ends, because everything is cancelled
                    // afterwards.
                    failure = FailedRun.Cause(scope?.Cause(exception) ?? exception, callers.Cancelling);
                    FailedRun.ThrowUnless(failure, exception);
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
                    await CancelAsync(lifetime, failure, scope).ConfigureAwait(false);
                }
            }
            finally
            {
                await items.DisposeAsync().ConfigureAwait(false);
            }
        }
    }

    private static async ValueTask<Exception?> DisposeAsync<T>(
        IAsyncEnumerator<T> items,
        Exception? failure,
        StreamedScope scope
    )
    {
        try
        {
            await items.DisposeAsync().ConfigureAwait(false);
        }
#pragma warning disable CA1031 // The run ends with this exception.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            if (failure is null)
            {
                return exception;
            }

            scope.AddFailure(failure, exception);
        }

        return failure;
    }

    // An exception from callbacks on the token does not replace the failure of the stream.
    private static async ValueTask CancelAsync(
        CancellationTokenSource lifetime,
        Exception? failure,
        StreamedScope? scope
    )
    {
        try
        {
            await lifetime.CancelAsync().ConfigureAwait(false);
        }
#pragma warning disable CA1031 // The exception is attached to the failure.
        catch (Exception exception) when (failure is not null)
#pragma warning restore CA1031
        {
            if (scope is null)
            {
                RunFailure.Attach(failure, report: null, [exception]);
            }
            else
            {
                scope.AddFailure(failure, exception);
            }
        }
    }
}
