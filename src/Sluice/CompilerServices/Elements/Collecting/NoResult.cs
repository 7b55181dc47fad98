namespace Sluice.CompilerServices.Elements;

/// <summary>The result type of an effect. It is not stored.</summary>
internal readonly struct NoResult;
