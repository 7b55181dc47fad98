namespace Sluice.CompilerServices.Streams;

/// <summary>The stream of a stage, independent of the type of its items.</summary>
internal interface IProducedStream
{
    /// <summary>Whether the stream was read to its end or has failed.</summary>
    bool HasEnded { get; }

    /// <summary>
    /// The description of the nested run that produces the stream, if that run failed while the stream was read;
    /// otherwise, <see langword="null"/>.
    /// </summary>
    RunFailure? NestedFailure { get; }
}
