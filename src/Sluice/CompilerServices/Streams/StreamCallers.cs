namespace Sluice.CompilerServices.Streams;

/// <summary>The tokens by which a run that streams is cancelled: that of its entry point, and that of who reads the stream.</summary>
/// <param name="EntryPoint">The token of the entry point.</param>
/// <param name="Consumer">The token that the stream is enumerated with.</param>
internal readonly record struct StreamCallers(CancellationToken EntryPoint, CancellationToken Consumer)
{
    /// <summary>The token that has been cancelled, where one has.</summary>
    public CancellationToken Cancelling => Consumer.IsCancellationRequested ? Consumer : EntryPoint;

    /// <summary>Makes a token that is cancelled with either.</summary>
    public CancellationTokenSource Link() =>
        Consumer == EntryPoint
            ? CancellationTokenSource.CreateLinkedTokenSource(EntryPoint)
            : CancellationTokenSource.CreateLinkedTokenSource(EntryPoint, Consumer);
}
