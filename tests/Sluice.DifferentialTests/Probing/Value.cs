using Sluice.DifferentialTests.Graphs;

namespace Sluice.DifferentialTests.Probing;

/// <summary>What flows between stages: it knows its run and its producer, so that a value in the wrong place is noticed.</summary>
/// <param name="run">The run.</param>
/// <param name="producer">The id of the stage or input that it comes from.</param>
/// <param name="number">What was computed.</param>
public sealed class Value(Run run, int producer, ulong number)
{
    public Run Run => run;

    /// <summary>The id of a stage or an input, as in <see cref="Argument.Producer"/>.</summary>
    public int Producer => producer;

    public ulong Number => number;
}
