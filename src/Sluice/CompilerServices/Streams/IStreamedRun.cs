using System.ComponentModel;

namespace Sluice.CompilerServices.Streams;

/// <summary>
/// A run of an entry point that returns a stream. Emitted code passes it to <see cref="StreamOutput"/>.
/// </summary>
/// <typeparam name="T">The type of the items.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public interface IStreamedRun<T>
{
    /// <summary>Starts the run.</summary>
    /// <param name="token">
    /// The token of the run and of the stage that produces the stream. It is linked to the callers' tokens until the
    /// stream has ended.
    /// </param>
    /// <returns>The stream, or <see langword="null"/> if there is none.</returns>
    ValueTask<IAsyncEnumerable<T>?> RunAsync(CancellationToken token);
}
