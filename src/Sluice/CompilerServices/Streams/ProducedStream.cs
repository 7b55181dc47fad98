using System.ComponentModel;
using System.Runtime.CompilerServices;

namespace Sluice.CompilerServices.Streams;

/// <summary>
/// The stream that a stage returned, for its only consumer. Items are requested from the producer when the consumer
/// requests them.
/// </summary>
/// <typeparam name="T">The type of the items.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
#pragma warning disable CA1711 // It is a stream of items, as in the guide, not of bytes.
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

    /// <summary>Initializes a new instance of the <see cref="ProducedStream{T}"/> class.</summary>
    /// <param name="source">The stream that the stage returned.</param>
    /// <param name="producer">The name of the stage, for messages.</param>
    /// <param name="runToken">The token that ends the stream together with the run.</param>
    public ProducedStream(IAsyncEnumerable<T> source, string producer, CancellationToken runToken)
    {
        ArgumentNullException.ThrowIfNull(source);
        _source = source;
        _producer = producer;
        _runToken = runToken;
    }

    /// <summary>
    /// The exception that the producer threw, or <see langword="null"/>. A cancellation is not a failure.
    /// </summary>
    public Exception? Failure => Volatile.Read(ref _failure);

    /// <inheritdoc />
    RunFailure? IProducedStream.NestedFailure => _nested;

    /// <inheritdoc />
    public bool HasEnded => Volatile.Read(ref _isRead) || Failure is not null;

    /// <inheritdoc />
    /// <exception cref="InvalidOperationException">The stream has already been enumerated.</exception>
    public IAsyncEnumerator<T> GetAsyncEnumerator(CancellationToken cancellationToken = default)
    {
        if (Interlocked.Increment(ref _enumerations) > 1)
        {
            throw new InvalidOperationException(
                $"The stream of '{_producer}' can be enumerated only once. Copy its items to a list to enumerate them again."
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

    /// <summary>Reports the end of the stream to a run. Must be called before the stream is enumerated.</summary>
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
            // The nested run must be looked up right after the throw, because other code may throw the same object
            // later.
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
