namespace Sluice.CompilerServices.Elements;

/// <summary>The type of what an effect returns. Nothing is kept of it.</summary>
internal readonly struct NoResult;
