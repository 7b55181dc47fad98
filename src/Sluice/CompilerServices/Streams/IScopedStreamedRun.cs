using System.ComponentModel;

namespace Sluice.CompilerServices.Streams;

/// <summary>The run of an entry point that streams and has a scope or an observer: it ends with its stream.</summary>
/// <typeparam name="T">The type of the items.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public interface IScopedStreamedRun<T>
{
    /// <summary>Starts the run.</summary>
    /// <param name="scope">What keeps the run's scope until the stream has ended. A run that fails before has closed it itself.</param>
    /// <param name="token">
    /// The token of the run and of the stage that produces the stream. It follows the callers' tokens until the stream has ended.
    /// </param>
    /// <returns>The stream, or <see langword="null"/> where the run has none to give.</returns>
    ValueTask<IAsyncEnumerable<T>?> RunAsync(StreamedScope scope, CancellationToken token);
}
