namespace Sluice.Compiler.Bind;

/// <summary>Producers that fit a taker equally well.</summary>
/// <param name="Stages">The stages among them.</param>
/// <param name="AcceptsInput">Whether an input is among them that has the type.</param>
internal sealed record ProducerTier(ProducerGroup Stages, Func<int, bool> AcceptsInput);
