namespace Sluice.PackageTests;

/// <summary>The tests that share one workspace: packing takes its time.</summary>
[CollectionDefinition(nameof(WorkspaceGroup))]
public sealed class WorkspaceGroup : ICollectionFixture<Workspace>;
