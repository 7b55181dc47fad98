namespace Sluice.PackageTests.MachineCode;

/// <summary>
/// Compares the machine code of a pipeline with telemetry but without listeners to that of the same pipeline without telemetry: the
/// calls of the stages are the same instructions.
/// </summary>
[Collection(nameof(WorkspaceGroup))]
public sealed class TelemetryCodeTests(Workspace workspace)
{
    private const string Project = "MachineCode";
    private const string Unobserved = "[Sluice.CompilerServices.NoObserver]";

    [Fact]
    public async Task Stages_are_called_by_the_same_machine_code()
    {
        var build = await workspace.BuildAsync(Project, "-c", "Release");
        Assert.True(build.ExitCode == 0, build.Report);
        var listing = workspace.PathOf("listing.txt");
        var run = await workspace.StartReleasedAsync(
            Project,
            new Dictionary<string, string>
            {
                ["DOTNET_TieredCompilation"] = "0",
                ["DOTNET_JitDisasm"] = "Run RunObserved RunAsync RunAsyncObserved TryAdvance Start",
                ["DOTNET_JitDisasmDiffable"] = "1",
                ["DOTNET_JitStdOutFile"] = listing,
            }
        );
        Assert.True(run.ExitCode == 0, run.Report);
        var disassembly = new Disassembly(await File.ReadAllTextAsync(listing));

        AssertSame(disassembly, "PlainSum:Run(", $"TracedSum:RunObserved{Unobserved}(", "SumStages", 3);
        AssertSame(disassembly, "PlainChain:RunAsync(", $"TracedChain:RunAsyncObserved{Unobserved}(", "ChainStages", 3);
        AssertSame(
            disassembly,
            "PlainDiamond:RunAsync(",
            $"TracedDiamond:RunAsyncObserved{Unobserved}(",
            "DiamondStages",
            4
        );

        // A suspended run continues in the run object.
        AssertSame(
            disassembly,
            "PlainChain+RunAsyncRun:TryAdvance(",
            $"TracedChain+RunAsyncRun`1{Unobserved}:TryAdvance(",
            "ChainStages",
            2
        );
        AssertSame(
            disassembly,
            "PlainDiamond+RunAsyncRun:Start(",
            $"TracedDiamond+RunAsyncRun`1{Unobserved}:Start(",
            "DiamondStages",
            4
        );
    }

    private static void AssertSame(Disassembly disassembly, string plain, string traced, string stages, int count)
    {
        var expected = disassembly.StageCalls($"{Project}.{plain}", stages);
        Assert.Equal(count, expected.Count);
        Assert.Equal(expected, disassembly.StageCalls($"{Project}.{traced}", stages));
    }
}
