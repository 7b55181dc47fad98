namespace Sluice.CompilerServices.Streams;

/// <summary>What an entry point returns that streams: each enumeration is a run of its own.</summary>
/// <param name="run">What starts a run.</param>
/// <param name="enumerate">Starts a run, and gives what its stream gives.</param>
/// <param name="token">The entry point's token.</param>
internal sealed class StreamedOutput<TRun, T>(
    TRun run,
    Func<TRun, StreamCallers, IAsyncEnumerator<T>> enumerate,
    CancellationToken token
) : IAsyncEnumerable<T>
{
    public IAsyncEnumerator<T> GetAsyncEnumerator(CancellationToken cancellationToken = default) =>
        enumerate(run, new StreamCallers(token, cancellationToken));
}
