namespace Sluice;

/// <summary>Says that there is no value, and why. It converts to an <see cref="Optional{T}"/> or <see cref="Outcome{T}"/> of any type.</summary>
/// <param name="Reason">Why there is none, for whoever reads the run's report.</param>
public readonly record struct Skip(string Reason);
