namespace Sluice.CompilerServices.Streams;

/// <summary>The tokens that cancel a run with a stream: that of its entry point and that of the reader.</summary>
/// <param name="EntryPoint">The token of the entry point.</param>
/// <param name="Consumer">The token of the enumeration.</param>
internal readonly record struct StreamCallers(CancellationToken EntryPoint, CancellationToken Consumer)
{
    /// <summary>The cancelled token, if one of the two is cancelled.</summary>
    public CancellationToken Cancelling => Consumer.IsCancellationRequested ? Consumer : EntryPoint;

    /// <summary>Creates a source that is cancelled with either token.</summary>
    public CancellationTokenSource Link() =>
        Consumer == EntryPoint
            ? CancellationTokenSource.CreateLinkedTokenSource(EntryPoint)
            : CancellationTokenSource.CreateLinkedTokenSource(EntryPoint, Consumer);
}
