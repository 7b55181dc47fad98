using System.ComponentModel;

namespace Sluice.CompilerServices;

/// <summary>The stages of an entry point as its reports name them. Made once for each entry point.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class ReportedStages
{
    private readonly int[] _numbers;

    /// <summary>Describes the stages.</summary>
    /// <param name="pipeline">The pipeline's name.</param>
    /// <param name="names">The names of the stages of the entry point, in the order in which they start.</param>
    /// <param name="numbers">Their numbers in the pipeline, in the same order.</param>
    public ReportedStages(string pipeline, string[] names, int[] numbers)
    {
        Pipeline = pipeline;
        Names = names;
        _numbers = numbers;
    }

    /// <summary>The indexes of those that are nested runs. What fails in them has failed in the run.</summary>
    public IReadOnlyList<int> NestedStages { get; init; } = [];

    internal static ReportedStages None { get; } = new("", [], []);

    internal string Pipeline { get; }

    internal string[] Names { get; }

    internal int IndexOf(int number) => Array.IndexOf(_numbers, number);
}
