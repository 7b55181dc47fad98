namespace Sluice;

/// <summary>
/// Represents the absence of a value, with its reason. It converts to an <see cref="Optional{T}"/> or
/// <see cref="Outcome{T}"/> of any type.
/// </summary>
/// <param name="Reason">The reason why there is no value, as shown in the report of the run.</param>
public readonly record struct Skip(string Reason);
