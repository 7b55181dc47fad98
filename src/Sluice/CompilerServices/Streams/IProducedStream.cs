namespace Sluice.CompilerServices.Streams;

/// <summary>The stream of a stage, whatever its items are.</summary>
internal interface IProducedStream
{
    /// <summary>Whether it was read to its end or has failed.</summary>
    bool HasEnded { get; }

    /// <summary>Where it is that of a nested run which failed while it was read, what is known of that.</summary>
    RunFailure? NestedFailure { get; }
}
