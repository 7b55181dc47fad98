namespace Sluice.RateLimiting.Tests;

/// <summary>Tests that count allocated bytes and therefore run alone in the process.</summary>
[CollectionDefinition(nameof(AllocationGroup), DisableParallelization = true)]
public sealed class AllocationGroup;
