using System.ComponentModel;

namespace Sluice.CompilerServices.Streams;

/// <summary>
/// A run of an entry point whose stream is read while other stages are under way. Emitted code passes it to
/// <see cref="ConcurrentStreamOutput"/>.
/// </summary>
/// <typeparam name="T">The type of the items.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public interface IConcurrentStreamedRun<T>
{
    /// <summary>Starts the run.</summary>
    /// <param name="handover">
    /// The handover through which the run provides its stream and learns that the stream has been read.
    /// </param>
    /// <param name="token">
    /// The combined token of the entry point and the reader, which is also cancelled when the reader leaves.
    /// </param>
    /// <returns>
    /// A task that completes with the run: with all stages, the stream and the clean-ups. It is awaited once, after the
    /// stream has been read.
    /// </returns>
    ValueTask RunAsync(StreamHandover<T> handover, CancellationToken token);
}
