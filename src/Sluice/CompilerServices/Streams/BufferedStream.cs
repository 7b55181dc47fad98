using System.ComponentModel;
using System.Runtime.ExceptionServices;
using System.Threading.Channels;

namespace Sluice.CompilerServices.Streams;

/// <summary>A stream whose producer runs ahead of its consumer, from the first item that is asked for.</summary>
/// <typeparam name="T">The type of the items.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
#pragma warning disable CA1711 // It is a stream of items, as the guide calls it, and not one of bytes.
public sealed class BufferedStream<T> : IAsyncEnumerable<T>, IAsyncEnumerator<T>
#pragma warning restore CA1711
{
    private readonly IAsyncEnumerable<T> _source;
    private readonly Channel<T> _buffer;
    private readonly CancellationToken _runToken;
#pragma warning disable CA2213 // It is disposed of once, with what DisposeAsync takes out of the field.
    private CancellationTokenSource? _ending;
#pragma warning restore CA2213
    private CancellationToken _endingToken;
    private CancellationToken _consumerToken;
    private Task? _pump;
    private ExceptionDispatchInfo? _failure;
    private ExceptionDispatchInfo? _disposalFailure;
    private T _current = default!;
    private int _enumerations;

    /// <summary>Puts a buffer between a producer and its consumer.</summary>
    /// <param name="source">The producer's stream.</param>
    /// <param name="capacity">How many items the buffer holds. At least 1.</param>
    /// <param name="fullMode">Whether the producer waits, or which item is dropped.</param>
    /// <param name="runToken">The token that ends the stream with the run.</param>
    public BufferedStream(
        IAsyncEnumerable<T> source,
        int capacity,
        BoundedChannelFullMode fullMode,
        CancellationToken runToken
    )
    {
        ArgumentNullException.ThrowIfNull(source);
        _source = source;
        _runToken = runToken;
        _buffer = Channel.CreateBounded<T>(
            new BoundedChannelOptions(capacity)
            {
                FullMode = fullMode,
                SingleReader = true,
                SingleWriter = true,
            }
        );
    }

    T IAsyncEnumerator<T>.Current => _current;

    /// <inheritdoc />
    /// <exception cref="InvalidOperationException">The stream has been enumerated before.</exception>
    public IAsyncEnumerator<T> GetAsyncEnumerator(CancellationToken cancellationToken = default)
    {
        if (Interlocked.Increment(ref _enumerations) > 1)
        {
            throw new InvalidOperationException(
                "A buffered stream can be enumerated once only: its items are gone. Gather them in a list to go through them again."
            );
        }

        _consumerToken = cancellationToken;
        _ending = CancellationTokenSource.CreateLinkedTokenSource(_runToken, cancellationToken);
        _endingToken = _ending.Token;
        return this;
    }

    /// <inheritdoc />
    async ValueTask<bool> IAsyncEnumerator<T>.MoveNextAsync()
    {
        // On the thread pool: a producer that never waits would otherwise keep the consumer from its first item for as long as it
        // finds room, and for ever where items are dropped.
        _pump ??= Task.Run(PumpAsync, CancellationToken.None);
        while (!_buffer.Reader.TryRead(out _current!))
        {
            if (!await _buffer.Reader.WaitToReadAsync(_consumerToken).ConfigureAwait(false))
            {
                await _pump.ConfigureAwait(false);
                _failure?.Throw();
                return false;
            }
        }

        return true;
    }

    /// <inheritdoc />
    async ValueTask IAsyncDisposable.DisposeAsync()
    {
        var ending = Interlocked.Exchange(ref _ending, null);
        if (ending is null)
        {
            return;
        }

        try
        {
            if (_pump is { IsCompleted: false })
            {
                await ending.CancelAsync().ConfigureAwait(false);
            }
        }
        finally
        {
            if (_pump is not null)
            {
                await _pump.ConfigureAwait(false);
            }

            ending.Dispose();
        }

        // What the producer ran into ahead of a consumer that has left is nobody's; what its disposal threw is thrown by disposal.
        _disposalFailure?.Throw();
    }

    private async Task PumpAsync()
    {
        try
        {
            var items = _source.GetAsyncEnumerator(_endingToken);
            try
            {
                while (await items.MoveNextAsync().ConfigureAwait(false))
                {
                    await _buffer.Writer.WriteAsync(items.Current, _endingToken).ConfigureAwait(false);
                }
            }
            finally
            {
                await DisposeAsync(items).ConfigureAwait(false);
            }
        }
#pragma warning disable CA1031 // Whatever the producer throws is for the consumer, after the items before it.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            _failure = ExceptionDispatchInfo.Capture(exception);
        }
        finally
        {
            _buffer.Writer.Complete();
        }
    }

    private async ValueTask DisposeAsync(IAsyncEnumerator<T> items)
    {
        try
        {
            await items.DisposeAsync().ConfigureAwait(false);
        }
#pragma warning disable CA1031 // It is thrown where the consumer disposes of the stream.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            _disposalFailure = ExceptionDispatchInfo.Capture(exception);
        }
    }
}
