namespace Sluice.CompilerServices.Streams;

/// <summary>One token for the two that concern a stream: the run's and its consumer's.</summary>
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

    /// <summary>The token that is cancelled when either is.</summary>
    public CancellationToken Token { get; }

    public void Dispose() => _linked?.Dispose();
}
