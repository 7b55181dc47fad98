namespace Sluice.Compiler.Bind;

/// <summary>Producers that fit a value equally well.</summary>
/// <param name="Stages">The stages of the tier.</param>
/// <param name="AcceptsInput">Whether an input of the given type belongs to the tier.</param>
internal sealed record ProducerTier(ProducerGroup Stages, Func<int, bool> AcceptsInput);
