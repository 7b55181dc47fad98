namespace Sluice.Logging.Tests;

/// <summary>Tests that count bytes: nothing else may run in the process meanwhile.</summary>
[CollectionDefinition(nameof(AllocationGroup), DisableParallelization = true)]
public sealed class AllocationGroup;
