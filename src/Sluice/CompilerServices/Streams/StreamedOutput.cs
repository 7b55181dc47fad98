namespace Sluice.CompilerServices.Streams;

/// <summary>The stream that an entry point returns. Each enumeration is a separate run.</summary>
/// <param name="run">An object that starts a run.</param>
/// <param name="enumerate">A function that starts a run and returns the items of its stream.</param>
/// <param name="token">The token of the entry point.</param>
internal sealed class StreamedOutput<TRun, T>(
    TRun run,
    Func<TRun, StreamCallers, IAsyncEnumerator<T>> enumerate,
    CancellationToken token
) : IAsyncEnumerable<T>
{
    public IAsyncEnumerator<T> GetAsyncEnumerator(CancellationToken cancellationToken = default) =>
        enumerate(run, new StreamCallers(token, cancellationToken));
}
