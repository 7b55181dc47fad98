using System.Runtime.ExceptionServices;
using System.Threading.Channels;

namespace Sluice.CompilerServices.Streams;

/// <summary>Reads items from a buffer that the producer fills at the same time.</summary>
/// <param name="source">The producer's stream.</param>
/// <param name="buffer">The buffer between producer and consumer.</param>
/// <param name="runToken">The token of the run.</param>
/// <param name="consumerToken">The token of the consumer.</param>
internal sealed class BufferedEnumerator<T>(
    IAsyncEnumerable<T> source,
    Channel<T> buffer,
    CancellationToken runToken,
    CancellationToken consumerToken
) : IAsyncEnumerator<T>
{
    private readonly CancellationTokenSource _ending = CancellationTokenSource.CreateLinkedTokenSource(
        runToken,
        consumerToken
    );

    private Task? _pump;
    private ExceptionDispatchInfo? _failure;
    private ExceptionDispatchInfo? _disposalFailure;
    private T _current = default!;
    private int _disposals;

    public T Current => _current;

    public async ValueTask<bool> MoveNextAsync()
    {
        // The producer runs on the thread pool. Otherwise, a producer that never waits would delay the consumer's first
        // item until the buffer is full, or forever if items are dropped.
        _pump ??= Task.Run(PumpAsync, CancellationToken.None);
        while (!buffer.Reader.TryRead(out _current!))
        {
            if (!await buffer.Reader.WaitToReadAsync(consumerToken).ConfigureAwait(false))
            {
                await _pump.ConfigureAwait(false);
                _failure?.Throw();
                return false;
            }
        }

        return true;
    }

    public async ValueTask DisposeAsync()
    {
        if (Interlocked.Increment(ref _disposals) > 1)
        {
            return;
        }

        if (_pump is not null)
        {
            try
            {
                if (!_pump.IsCompleted)
                {
                    await _ending.CancelAsync().ConfigureAwait(false);
                }
            }
            finally
            {
                await _pump.ConfigureAwait(false);
                _ending.Dispose();
            }
        }
        else
        {
            _ending.Dispose();
        }

        // A failure of the producer ahead of a consumer that has left is ignored. An exception from the producer's
        // disposal is thrown here.
        _disposalFailure?.Throw();
    }

    /// <summary>Fills the buffer. Never throws.</summary>
    private async Task PumpAsync()
    {
        try
        {
            var items = source.GetAsyncEnumerator(_ending.Token);
            try
            {
                while (await items.MoveNextAsync().ConfigureAwait(false))
                {
                    await buffer.Writer.WriteAsync(items.Current, _ending.Token).ConfigureAwait(false);
                }
            }
            finally
            {
                await DisposeAsync(items).ConfigureAwait(false);
            }
        }
#pragma warning disable CA1031 // The consumer receives any exception of the producer after the items before it.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            _failure = ExceptionDispatchInfo.Capture(exception);
        }
        finally
        {
            buffer.Writer.Complete();
        }
    }

    private async ValueTask DisposeAsync(IAsyncEnumerator<T> items)
    {
        try
        {
            await items.DisposeAsync().ConfigureAwait(false);
        }
#pragma warning disable CA1031 // The exception is thrown when the consumer disposes the stream.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            _disposalFailure = ExceptionDispatchInfo.Capture(exception);
        }
    }
}
