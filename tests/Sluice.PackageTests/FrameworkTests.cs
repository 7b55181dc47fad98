namespace Sluice.PackageTests;

[Collection(nameof(WorkspaceGroup))]
public sealed class FrameworkTests(Workspace workspace)
{
    [Theory]
    [InlineData("net6.0")]
    [InlineData("net7.0")]
    [InlineData("netstandard2.0")]
    [InlineData("netstandard2.1")]
    [InlineData("net48")]
    public async Task Restoring_for_a_framework_that_is_not_supported_says_so_and_names_those_that_are(string framework)
    {
        var restore = await workspace.RestoreAsync("Framework", $"-p:TargetFramework={framework}");

        Assert.NotEqual(0, restore.ExitCode);
        Assert.Contains(
            $"error NU1202: Package Sluice {workspace.Version} is not compatible with {framework}",
            restore.StandardOutput,
            StringComparison.Ordinal
        );
        Assert.Contains("net8.0 (.NETCoreApp,Version=v8.0)", restore.StandardOutput, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("net8.0")]
    [InlineData("net9.0")]
    [InlineData("net10.0")]
    public async Task Restoring_for_a_supported_framework_succeeds(string framework)
    {
        var restore = await workspace.RestoreAsync("Framework", $"-p:TargetFramework={framework}");

        Assert.True(restore.ExitCode == 0, restore.Report);
    }
}
