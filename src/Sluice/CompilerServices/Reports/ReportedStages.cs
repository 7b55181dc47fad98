using System.ComponentModel;

namespace Sluice.CompilerServices;

/// <summary>The names and numbers of an entry point's stages, for its reports. Created once per entry point.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class ReportedStages
{
    private readonly int[] _numbers;

    /// <summary>Initializes a new instance of the <see cref="ReportedStages"/> class.</summary>
    /// <param name="pipeline">The name of the pipeline.</param>
    /// <param name="names">The names of the entry point's stages, in the order in which they start.</param>
    /// <param name="numbers">The numbers of the stages in the pipeline, in the same order.</param>
    public ReportedStages(string pipeline, string[] names, int[] numbers)
    {
        Pipeline = pipeline;
        Names = names;
        _numbers = numbers;
    }

    /// <summary>
    /// The indexes of the stages that are nested runs. The failures of a nested run are failures of the run.
    /// </summary>
    public IReadOnlyList<int> NestedStages { get; init; } = [];

    /// <summary>
    /// For each stage, the index of the stage that decides the innermost loop which contains it, or -1. Empty if no stage
    /// asks for its round.
    /// </summary>
    public IReadOnlyList<int> Loops { get; init; } = [];

    /// <summary>For each stage that decides a loop, the maximum number of its rounds. Empty if no stage asks.</summary>
    public IReadOnlyList<int> MaxRounds { get; init; } = [];

    internal static ReportedStages None { get; } = new("", [], []);

    internal string Pipeline { get; }

    internal string[] Names { get; }

    internal int LoopOf(int stage) => Loops.Count == 0 ? -1 : Loops[stage];

    internal int IndexOf(int number) => Array.IndexOf(_numbers, number);
}
