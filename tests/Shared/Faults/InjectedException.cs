namespace Sluice.Tests.Shared.Faults;

/// <summary>The exception of a stage whose fault is to throw.</summary>
/// <param name="point">The number of the point in its run.</param>
#pragma warning disable CA1032 // Only the injection of a fault throws it.
public sealed class InjectedException(int point) : Exception($"Injected at point {point}.");
#pragma warning restore CA1032
