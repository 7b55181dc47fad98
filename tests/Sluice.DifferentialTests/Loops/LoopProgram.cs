namespace Sluice.DifferentialTests.Loops;

/// <summary>A random pipeline with loops.</summary>
/// <param name="Seed">The seed that it was made from.</param>
/// <param name="Stages">The stages, each behind those that it takes values of. The last one gives the output.</param>
/// <param name="ContinuesOnFailure">Whether its runs go on after failures.</param>
internal sealed record LoopProgram(ulong Seed, IReadOnlyList<LoopStage> Stages, bool ContinuesOnFailure)
{
    public string ClassName => $"P{Seed}";

    public bool IsAsynchronous => Stages.Any(stage => stage.IsAsynchronous);

    /// <summary>The stage of a call.</summary>
    public LoopStage StageOf(string call) =>
        Stages.Single(stage => call.StartsWith($"{stage.Name}(", StringComparison.Ordinal));
}
