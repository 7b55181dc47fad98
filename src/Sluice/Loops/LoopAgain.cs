namespace Sluice;

/// <summary>The answer of a decision that asks for a further round of a loop that carries nothing.</summary>
#pragma warning disable CA1815 // It exists only to be converted.
public readonly struct LoopAgain
#pragma warning restore CA1815
{ }
