namespace Sluice.Compiler.Model;

/// <summary>How many calls of a stage may be under way at once.</summary>
/// <param name="Limit">How many.</param>
/// <param name="QueueLimit">How many may wait.</param>
internal sealed record ConcurrencyModel(int Limit, int QueueLimit);
