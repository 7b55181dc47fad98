using System.ComponentModel;
using System.Runtime.CompilerServices;

namespace Sluice.CompilerServices.Streams;

/// <summary>
/// The stream that a stage returned, as its one taker gets it. Items are pulled from the producer when the taker asks for them.
/// </summary>
/// <typeparam name="T">The type of the items.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
#pragma warning disable CA1711 // It is a stream of items, as the guide calls it, and not one of bytes.
public sealed class ProducedStream<T> : IAsyncEnumerable<T>, IProducedStream
#pragma warning restore CA1711
{
    private readonly IAsyncEnumerable<T> _source;
    private readonly CancellationToken _runToken;
    private readonly string _producer;
    private RunScope? _scope;
    private int _use;
    private int _stage;
    private Exception? _failure;
    private RunFailure? _nested;
    private bool _isRead;
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
    RunFailure? IProducedStream.NestedFailure => _nested;

    /// <inheritdoc />
    public bool HasEnded => Volatile.Read(ref _isRead) || Failure is not null;

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

    /// <summary>Has the run told when the stream has ended. To be called before anybody takes the stream.</summary>
    /// <param name="scope">The scope of the run.</param>
    /// <param name="stage">The index of the stage.</param>
    internal void Observe(RunScope scope, int stage) => (_scope, _use, _stage) = (scope, scope.Use, stage);

    private void Remember(Exception exception, CancellationToken token)
    {
        if (
            (exception is not OperationCanceledException || !token.IsCancellationRequested)
            && Interlocked.CompareExchange(ref _failure, exception, null) is null
        )
        {
            // To be asked where it was thrown: others may throw the same object since.
            _nested = RunFailure.OfNested(exception);
            _scope?.StreamEnded(_use, _stage, items: null, exception);
        }
    }

    private void ReadToEnd(int items)
    {
        Volatile.Write(ref _isRead, true);
        _scope?.StreamEnded(_use, _stage, items, failure: null);
    }

    private sealed class Enumerator(ProducedStream<T> stream, IAsyncEnumerator<T> items, StreamTokens tokens)
        : IAsyncEnumerator<T>
    {
        private int _count;

        public T Current => items.Current;

        public ValueTask<bool> MoveNextAsync()
        {
            try
            {
                var moved = items.MoveNextAsync();
                return moved.IsCompletedSuccessfully ? new(Moved(moved.Result)) : AwaitAsync(moved);
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
                return Moved(await moved.ConfigureAwait(false));
            }
            catch (Exception exception)
            {
                stream.Remember(exception, tokens.Token);
                throw;
            }
        }

        private bool Moved(bool hasItem)
        {
            if (hasItem)
            {
                _count++;
            }
            else if (!stream.HasEnded)
            {
                stream.ReadToEnd(_count);
            }

            return hasItem;
        }
    }
}
