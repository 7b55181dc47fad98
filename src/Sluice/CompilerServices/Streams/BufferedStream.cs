using System.ComponentModel;
using System.Threading.Channels;

namespace Sluice.CompilerServices.Streams;

/// <summary>A stream whose producer runs ahead of its consumer, starting when the first item is requested.</summary>
/// <typeparam name="T">The type of the items.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
#pragma warning disable CA1711 // It is a stream of items, as in the guide, not of bytes.
public sealed class BufferedStream<T> : IAsyncEnumerable<T>
#pragma warning restore CA1711
{
    private readonly IAsyncEnumerable<T> _source;
    private readonly BoundedChannelOptions _options;
    private readonly CancellationToken _runToken;
    private int _enumerations;

    /// <summary>Initializes a new instance of the <see cref="BufferedStream{T}"/> class.</summary>
    /// <param name="source">The producer's stream.</param>
    /// <param name="capacity">The maximum number of items that the buffer holds. Must be at least 1.</param>
    /// <param name="fullMode">The behavior when the buffer is full: the producer waits, or an item is dropped.</param>
    /// <param name="runToken">The token that ends the stream together with the run.</param>
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
        _options = new BoundedChannelOptions(capacity)
        {
            FullMode = fullMode,
            SingleReader = true,
            SingleWriter = true,
        };
    }

    /// <inheritdoc />
    /// <exception cref="InvalidOperationException">The stream has already been enumerated.</exception>
    public IAsyncEnumerator<T> GetAsyncEnumerator(CancellationToken cancellationToken = default) =>
        Interlocked.Increment(ref _enumerations) == 1
            ? new BufferedEnumerator<T>(_source, Channel.CreateBounded<T>(_options), _runToken, cancellationToken)
            : throw new InvalidOperationException(
                "A buffered stream can be enumerated only once. Copy its items to a list to enumerate them again."
            );
}
