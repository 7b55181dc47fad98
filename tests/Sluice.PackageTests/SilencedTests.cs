namespace Sluice.PackageTests;

/// <summary>Project settings cannot hide the error of a broken pipeline from a real build.</summary>
[Collection(nameof(WorkspaceGroup))]
public sealed class SilencedTests(Workspace workspace)
{
    [Fact]
    public async Task Each_error_stands_in_its_file_once()
    {
        var build = await workspace.BuildAsync("Silenced");

        Assert.NotEqual(0, build.ExitCode);
        Assert.Equal(
            workspace.FilesOf("Silenced").Select(file => (Path.GetFileName(file), "SLU0003")).Order(),
            Errors(build.StandardOutput).Select(error => (error.File, error.Id)).Order()
        );
    }

    [Theory]
    [InlineData("-p:RunAnalyzers=false")]
    [InlineData("-p:LateSwitch=true")]
    [InlineData("-p:RemovesAnalyzer=Early")]
    [InlineData("-p:RemovesAnalyzer=Late")]
    public async Task Where_the_analyzer_does_not_run_the_generator_reports_each_pipeline_once(string property)
    {
        var build = await workspace.BuildAsync("Silenced", property);

        Assert.NotEqual(0, build.ExitCode);
        var errors = Errors(build.StandardOutput).ToArray();
        Assert.All(errors, error => Assert.Equal("SLU0100", error.Id));
        Assert.Equal(workspace.FilesOf("Silenced").Length, errors.Length);
    }

    [Fact]
    public async Task Where_the_analyzer_is_taken_out_too_late_for_the_generator_to_know_the_build_fails()
    {
        var build = await workspace.BuildAsync("Silenced", "-p:RemovesAnalyzer=Last");

        Assert.NotEqual(0, build.ExitCode);
        Assert.Contains(
            "error SLU0100: Sluice.Analyzers was removed from the build",
            build.StandardOutput,
            StringComparison.Ordinal
        );
    }

    private static IEnumerable<BuildDiagnostic> Errors(string output) =>
        BuildDiagnostic.Read(output).Where(found => found.Severity == "error");
}
