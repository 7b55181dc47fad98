namespace Sluice.Tests.Shared.Faults;

/// <summary>What a stage throws because it was told to.</summary>
/// <param name="point">The number of the point in its run.</param>
#pragma warning disable CA1032 // Only a point throws it.
public sealed class InjectedException(int point) : Exception($"Injected at point {point}.");
#pragma warning restore CA1032
