using System.ComponentModel;

namespace Sluice.CompilerServices.Streams;

/// <summary>
/// The run of an entry point whose stream is read while other stages are under way, as emitted code hands it to
/// <see cref="ConcurrentStreamOutput"/>.
/// </summary>
/// <typeparam name="T">The type of the items.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public interface IConcurrentStreamedRun<T>
{
    /// <summary>Starts the run.</summary>
    /// <param name="handover">What the run gives its stream to, and what tells it that the stream has been read.</param>
    /// <param name="token">The token of the callers: of the entry point, of who reads the stream, and for a reader that leaves.</param>
    /// <returns>The end of the run: of all stages, the stream and the clean-ups. It is awaited once, when the stream has been read.</returns>
    ValueTask RunAsync(StreamHandover<T> handover, CancellationToken token);
}
