using System.ComponentModel;

namespace Sluice.CompilerServices.Streams;

/// <summary>The run of an entry point that streams, as emitted code hands it to <see cref="StreamOutput"/>.</summary>
/// <typeparam name="T">The type of the items.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public interface IStreamedRun<T>
{
    /// <summary>Starts the run.</summary>
    /// <param name="token">
    /// The token of the run and of the stage that produces the stream. It follows the callers' tokens until the stream has ended.
    /// </param>
    /// <returns>The stream, or <see langword="null"/> where the run has none to give.</returns>
    ValueTask<IAsyncEnumerable<T>?> RunAsync(CancellationToken token);
}
