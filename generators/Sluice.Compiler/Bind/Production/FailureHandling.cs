namespace Sluice.Compiler.Bind.Production;

/// <summary>
/// Finds the stages whose failure is handled because everything that needs their output takes an outcome.
/// </summary>
internal static class FailureHandling
{
    /// <summary>Determines for each stage whether its failure does not fail the run.</summary>
    /// <param name="needs">The takers of each value.</param>
    /// <param name="order">The stages in topological order.</param>
    public static bool[] Find(ValueNeeds needs, IReadOnlyList<int> order)
    {
        // A failure propagates through stages that are skipped for lack of the value until an outcome takes it. It is
        // not handled if it ends elsewhere: in an output, an effect, or a stage that runs without the value. The
        // failure of a guard always fails the run.
        var isHandled = new bool[order.Count];
        foreach (var position in order.Reverse())
        {
            isHandled[position] =
                needs.Stage(position) is { IsEffect: false, Guard: null }
                && needs.Takers(position).Count > 0
                && needs
                    .Takers(position)
                    .All(taker =>
                        taker.TakesOutcome || (!taker.IsOutput && !taker.GoesWithout && isHandled[taker.Stage])
                    );
        }

        return isHandled;
    }
}
