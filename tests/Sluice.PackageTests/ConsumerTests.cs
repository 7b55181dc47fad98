namespace Sluice.PackageTests;

[Collection(nameof(WorkspaceGroup))]
public sealed class ConsumerTests(Workspace workspace)
{
    [Fact]
    public async Task A_strict_project_builds_without_a_warning_and_runs()
    {
        var build = await workspace.BuildAsync("Consumer");

        Assert.True(build.ExitCode == 0, build.Report);
        Assert.Contains("0 Warning(s)", build.StandardOutput, StringComparison.Ordinal);

        var run = await workspace.StartAsync("Consumer");

        Assert.True(run.ExitCode == 0, run.Report);
        Assert.Equal(
            [
                "WWW.EXAMPLE.TEST has 3 parts",
                "Read, Count, Raise, Print",
                "a.b: skipped: 'IsLong' is false",
                "a.b.c.d: Parcel { Text = a.b.c.d, Size = 4 }",
                "nothing: skipped: it has no name",
                "Parcel { Text = x, Size = 1 }; failed: InvalidOperationException: empty",
                "o",
                "k",
                "3 kg",
                "2 kg",
                "Weigh has no permit",
                "3 kg",
                "Print has no permit",
                "StageRetrying: missed",
                "stage: 1",
                "run: 1",
            ],
            run.StandardOutput.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
        );
    }
}
