using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;
using System.Threading.Channels;

namespace Sluice.CompilerServices.Streams;

/// <summary>Passes the stream that a stage returned to its consumer.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
#pragma warning disable CA1711 // It is a stream of items, as in the guide, not of bytes.
public static class StageStream
#pragma warning restore CA1711
{
    /// <summary>
    /// Wraps the stream of a stage, so that it can be enumerated only once and its failures are attributed to the
    /// stage.
    /// </summary>
    /// <typeparam name="T">The type of the items.</typeparam>
    /// <param name="source">The stream that the stage returned.</param>
    /// <param name="producer">The name of the stage.</param>
    /// <param name="token">The token that ends the stream together with the run.</param>
    /// <returns>The wrapped stream.</returns>
    /// <exception cref="InvalidOperationException">The stage returned <see langword="null"/>.</exception>
    public static IAsyncEnumerable<T> Of<T>(IAsyncEnumerable<T>? source, string producer, CancellationToken token) =>
        OrNull(source, producer, token)
        ?? throw new InvalidOperationException($"'{producer}' returned null instead of a stream.");

    /// <summary>
    /// Wraps the stream of a stage that may return <see langword="null"/>, so that it can be enumerated only once and
    /// its failures are attributed to the stage.
    /// </summary>
    /// <typeparam name="T">The type of the items.</typeparam>
    /// <param name="source">The stream that the stage returned, or <see langword="null"/>.</param>
    /// <param name="producer">The name of the stage.</param>
    /// <param name="token">The token that ends the stream together with the run.</param>
    /// <returns>The wrapped stream, or <see langword="null"/>.</returns>
    [return: NotNullIfNotNull(nameof(source))]
    public static IAsyncEnumerable<T>? OrNull<T>(
        IAsyncEnumerable<T>? source,
        string producer,
        CancellationToken token
    ) => source is null ? null : new ProducedStream<T>(source, producer, token);

    /// <summary>Lets the producer of a stream run ahead of its consumer.</summary>
    /// <typeparam name="T">The type of the items.</typeparam>
    /// <param name="source">The stream, or <see langword="null"/>.</param>
    /// <param name="capacity">The maximum number of items in the buffer.</param>
    /// <param name="fullMode">The behavior when the buffer is full.</param>
    /// <param name="token">The token that ends the stream together with the run.</param>
    /// <returns>The buffered stream, or <see langword="null"/>.</returns>
    [return: NotNullIfNotNull(nameof(source))]
    public static IAsyncEnumerable<T>? Buffer<T>(
        IAsyncEnumerable<T>? source,
        int capacity,
        BoundedChannelFullMode fullMode,
        CancellationToken token
    ) => source is null ? null : new BufferedStream<T>(source, capacity, fullMode, token);

    /// <summary>Returns the failure of a stream's producer.</summary>
    /// <typeparam name="T">The type of the items.</typeparam>
    /// <param name="stream">The stream.</param>
    /// <returns>The exception, or <see langword="null"/> if there is none.</returns>
    public static Exception? FailureOf<T>(IAsyncEnumerable<T>? stream) => (stream as ProducedStream<T>)?.Failure;
}
