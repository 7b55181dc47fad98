namespace Sluice.CompilerServices.Streams;

/// <summary>The stream of a stage, whatever its items are.</summary>
internal interface IProducedStream
{
    /// <summary>Whether it was read to its end or has failed.</summary>
    bool HasEnded { get; }
}
