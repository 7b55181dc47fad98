using System.ComponentModel;

namespace Sluice.CompilerServices.Streams;

/// <summary>
/// A run of an entry point that returns a stream and has a scope or an observer. The run ends with its stream.
/// </summary>
/// <typeparam name="T">The type of the items.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public interface IScopedStreamedRun<T>
{
    /// <summary>Starts the run.</summary>
    /// <param name="scope">
    /// The object that keeps the run's scope until the stream has ended. A run that fails earlier closes the scope
    /// itself.
    /// </param>
    /// <param name="token">
    /// The token of the run and of the stage that produces the stream. It is linked to the callers' tokens until the
    /// stream has ended.
    /// </param>
    /// <returns>The stream, or <see langword="null"/> if there is none.</returns>
    ValueTask<IAsyncEnumerable<T>?> RunAsync(StreamedScope scope, CancellationToken token);
}
