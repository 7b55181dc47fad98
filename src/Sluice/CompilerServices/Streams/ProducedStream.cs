using System.ComponentModel;
using System.Runtime.CompilerServices;

namespace Sluice.CompilerServices.Streams;

/// <summary>
/// The stream that a stage returned, as its one taker gets it. Items are pulled from the producer when the taker asks for them.
/// </summary>
/// <typeparam name="T">The type of the items.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
#pragma warning disable CA1711 // It is a stream of items, as the guide calls it, and not one of bytes.
public sealed class ProducedStream<T> : IAsyncEnumerable<T>
#pragma warning restore CA1711
{
    private readonly IAsyncEnumerable<T> _source;
    private readonly CancellationToken _runToken;
    private readonly string _producer;
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

        var tokens = new StreamTokens(_runToken, cancellationToken);
        try
        {
            return new Enumerator(this, _source.GetAsyncEnumerator(tokens.Token), tokens);
        }
        catch (Exception exception)
        {
            Remember(exception, tokens.Token);
            tokens.Dispose();
            throw;
        }
    }

    private void Remember(Exception exception, CancellationToken token)
    {
        if (exception is not OperationCanceledException || !token.IsCancellationRequested)
        {
            Interlocked.CompareExchange(ref _failure, exception, null);
        }
    }

    private sealed class Enumerator(ProducedStream<T> stream, IAsyncEnumerator<T> items, StreamTokens tokens)
        : IAsyncEnumerator<T>
    {
        public T Current => items.Current;

        public ValueTask<bool> MoveNextAsync()
        {
            try
            {
                var moved = items.MoveNextAsync();
                return moved.IsCompletedSuccessfully ? moved : AwaitAsync(moved);
            }
            catch (Exception exception)
            {
                stream.Remember(exception, tokens.Token);
                throw;
            }
        }

        public async ValueTask DisposeAsync()
        {
            try
            {
                await items.DisposeAsync().ConfigureAwait(false);
            }
            catch (Exception exception)
            {
                stream.Remember(exception, tokens.Token);
                throw;
            }
            finally
            {
                tokens.Dispose();
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
                stream.Remember(exception, tokens.Token);
                throw;
            }
        }
    }
}
