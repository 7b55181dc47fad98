namespace Sluice.CompilerServices.Streams;

/// <summary>Combines the tokens of a stream: that of the run and that of its consumer.</summary>
internal readonly struct StreamTokens : IDisposable
{
    private readonly CancellationTokenSource? _linked;

    public StreamTokens(CancellationToken run, CancellationToken consumer)
    {
        if (!consumer.CanBeCanceled || consumer == run)
        {
            Token = run;
        }
        else if (!run.CanBeCanceled)
        {
            Token = consumer;
        }
        else
        {
            _linked = CancellationTokenSource.CreateLinkedTokenSource(run, consumer);
            Token = _linked.Token;
        }
    }

    /// <summary>The token that is cancelled with either of the two.</summary>
    public CancellationToken Token { get; }

    public void Dispose() => _linked?.Dispose();
}
