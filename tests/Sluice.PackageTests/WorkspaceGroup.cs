namespace Sluice.PackageTests;

/// <summary>Tests that share one workspace, because packing takes long.</summary>
[CollectionDefinition(nameof(WorkspaceGroup))]
public sealed class WorkspaceGroup : ICollectionFixture<Workspace>;
