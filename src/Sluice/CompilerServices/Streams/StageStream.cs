using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;
using System.Threading.Channels;

namespace Sluice.CompilerServices.Streams;

/// <summary>Hands the stream that a stage returned to the one that takes it.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
#pragma warning disable CA1711 // It is a stream of items, as the guide calls it, and not one of bytes.
public static class StageStream
#pragma warning restore CA1711
{
    /// <summary>Wraps what a stage returned, so that it can be enumerated once and its failures are known as the producer's.</summary>
    /// <typeparam name="T">The type of the items.</typeparam>
    /// <param name="source">What the stage returned.</param>
    /// <param name="producer">The stage's name.</param>
    /// <param name="token">The token that ends the stream with the run.</param>
    /// <returns>The stream.</returns>
    /// <exception cref="InvalidOperationException">The stage returned <see langword="null"/>.</exception>
    public static IAsyncEnumerable<T> Of<T>(IAsyncEnumerable<T>? source, string producer, CancellationToken token) =>
        OrNull(source, producer, token)
        ?? throw new InvalidOperationException($"'{producer}' returned null instead of a stream.");

    /// <summary>The same for a stage that says that it may return none.</summary>
    /// <typeparam name="T">The type of the items.</typeparam>
    /// <param name="source">What the stage returned.</param>
    /// <param name="producer">The stage's name.</param>
    /// <param name="token">The token that ends the stream with the run.</param>
    /// <returns>The stream, or <see langword="null"/>.</returns>
    [return: NotNullIfNotNull(nameof(source))]
    public static IAsyncEnumerable<T>? OrNull<T>(
        IAsyncEnumerable<T>? source,
        string producer,
        CancellationToken token
    ) => source is null ? null : new ProducedStream<T>(source, producer, token);

    /// <summary>Lets the producer of a stream run ahead.</summary>
    /// <typeparam name="T">The type of the items.</typeparam>
    /// <param name="source">The stream, where there is one.</param>
    /// <param name="capacity">By how many items.</param>
    /// <param name="fullMode">What happens when the buffer is full.</param>
    /// <param name="token">The token that ends the stream with the run.</param>
    /// <returns>The stream.</returns>
    [return: NotNullIfNotNull(nameof(source))]
    public static IAsyncEnumerable<T>? Buffer<T>(
        IAsyncEnumerable<T>? source,
        int capacity,
        BoundedChannelFullMode fullMode,
        CancellationToken token
    ) => source is null ? null : new BufferedStream<T>(source, capacity, fullMode, token);

    /// <summary>What the producer of a stream failed with.</summary>
    /// <typeparam name="T">The type of the items.</typeparam>
    /// <param name="stream">The stream.</param>
    /// <returns>The exception, or <see langword="null"/>.</returns>
    public static Exception? FailureOf<T>(IAsyncEnumerable<T>? stream) => (stream as ProducedStream<T>)?.Failure;
}
