using System.ComponentModel;
using System.Runtime.CompilerServices;

namespace Sluice.CompilerServices.Streams;

/// <summary>
/// The stream that a stage returned, as its one taker gets it. Items are pulled from the producer when the taker asks for them.
/// </summary>
/// <typeparam name="T">The type of the items.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
#pragma warning disable CA1711 // It is a stream of items, as the guide calls it, and not one of bytes.
public sealed class ProducedStream<T> : IAsyncEnumerable<T>, IAsyncEnumerator<T>
#pragma warning restore CA1711
{
    private readonly IAsyncEnumerable<T> _source;
    private readonly CancellationToken _runToken;
    private readonly string _producer;
#pragma warning disable CA2213 // It is disposed of once, with what DisposeAsync takes out of the field.
    private IAsyncEnumerator<T>? _items;
#pragma warning restore CA2213
    private StreamTokens _tokens;
    private Exception? _failure;
    private int _enumerations;

    /// <summary>Wraps what the stage returned.</summary>
    /// <param name="source">What it returned.</param>
    /// <param name="producer">The stage's name, for messages.</param>
    /// <param name="runToken">The token that ends the stream with the run.</param>
    public ProducedStream(IAsyncEnumerable<T> source, string producer, CancellationToken runToken)
    {
        ArgumentNullException.ThrowIfNull(source);
        _source = source;
        _producer = producer;
        _runToken = runToken;
    }

    /// <summary>What the producer threw, or <see langword="null"/>. Being cancelled is no failure.</summary>
    public Exception? Failure => Volatile.Read(ref _failure);

    T IAsyncEnumerator<T>.Current => _items!.Current;

    /// <inheritdoc />
    /// <exception cref="InvalidOperationException">The stream has been enumerated before.</exception>
    public IAsyncEnumerator<T> GetAsyncEnumerator(CancellationToken cancellationToken = default)
    {
        if (Interlocked.Increment(ref _enumerations) > 1)
        {
            throw new InvalidOperationException(
                $"The stream of '{_producer}' can be enumerated once only: its items are gone. Gather them in a list to go through them again."
            );
        }

        _tokens = new StreamTokens(_runToken, cancellationToken);
        try
        {
            _items = _source.GetAsyncEnumerator(_tokens.Token);
        }
        catch (Exception exception)
        {
            Remember(exception);
            _tokens.Dispose();
            throw;
        }

        return this;
    }

    /// <inheritdoc />
    ValueTask<bool> IAsyncEnumerator<T>.MoveNextAsync()
    {
        try
        {
            var moved = _items!.MoveNextAsync();
            return moved.IsCompletedSuccessfully ? moved : AwaitAsync(moved);
        }
        catch (Exception exception)
        {
            Remember(exception);
            throw;
        }
    }

    /// <inheritdoc />
    async ValueTask IAsyncDisposable.DisposeAsync()
    {
        var items = Interlocked.Exchange(ref _items, null);
        if (items is null)
        {
            return;
        }

        try
        {
            await items.DisposeAsync().ConfigureAwait(false);
        }
        catch (Exception exception)
        {
            Remember(exception);
            throw;
        }
        finally
        {
            _tokens.Dispose();
        }
    }

    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
    private async ValueTask<bool> AwaitAsync(ValueTask<bool> moved)
    {
        try
        {
            return await moved.ConfigureAwait(false);
        }
        catch (Exception exception)
        {
            Remember(exception);
            throw;
        }
    }

    private void Remember(Exception exception)
    {
        if (exception is not OperationCanceledException || !_tokens.Token.IsCancellationRequested)
        {
            Interlocked.CompareExchange(ref _failure, exception, null);
        }
    }
}
