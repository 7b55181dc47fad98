using Sluice.Tests.Shared;

namespace Sluice.AotTests;

public sealed class NativeProgramTests
{
    private static readonly string[] Expected =
    [
        "(8, PIPELINE)",
        "measured 8",
        "42",
        "Good day, Ada: 8, 00:05:00",
        "No 3",
        "train, truck, skipped: nobody drives it, skipped: 'Weigh' is not Heavy, post, failed: InvalidOperationException: negative",
        "7, skipped: 'weight' is not Heavy",
        "failed: InvalidOperationException: negative, by ByPost; Light",
        "3",
        "Freight { Name = a }, failed: InvalidOperationException: empty, Freight { Name = bc }: 3",
        "6",
        "abc",
        "Load Failed, Price Completed",
        "failed: InvalidOperationException: No -3; 2",
        "Priced { Cents = 4 }",
        "stage completed for ada, error busy 2",
        "stage completed for ada, error none",
        "run succeeded for ada, error none",
        "3 spans",
        "AotProgram.Measurement: StraightLine",
        "AotProgram.Doubling: Sequential",
        "AotProgram.Conversation<T>: Concurrent, Sequential",
        "AotProgram.Routing: StraightLine, Sequential, StraightLine",
        "AotProgram.Catalogue: StraightLine, Sequential, Sequential, StraightLine",
        "AotProgram.Patience: Concurrent",
        "AotProgram.Reservation: Sequential",
    ];

    [Fact]
    public async Task A_natively_published_program_runs_every_lowering_and_feature()
    {
        using var folder = new TemporaryFolder();

        var publish = await ProcessRun.DotnetAsync(
            Repository.PathOf("tests", "Sluice.AotTests", "Program"),
            ["publish", "-c", "Release", "-o", folder["."], .. Linker.Arguments]
        );

        Assert.True(publish.ExitCode == 0, publish.Report);
        Assert.DoesNotContain("warning", publish.StandardOutput, StringComparison.OrdinalIgnoreCase);
        Assert.False(File.Exists(folder["AotProgram.dll"]), "The program was not compiled natively.");

        var run = await ProcessRun.StartAsync(folder["AotProgram"], folder["."]);

        Assert.True(run.ExitCode == 0, run.Report);
        Assert.Equal(Expected, run.StandardOutput.Split('\n', StringSplitOptions.RemoveEmptyEntries));
    }
}
