namespace Sluice.Compiler.Bind.Production;

/// <summary>Finds the stages whose failure those who need their output take as an outcome.</summary>
internal static class FailureHandling
{
    /// <summary>For each stage whether its failure is no failure of the run.</summary>
    /// <param name="needs">Who takes what.</param>
    /// <param name="order">The stages, each after those that it waits for.</param>
    public static bool[] Find(ValueNeeds needs, IReadOnlyList<int> order)
    {
        // A failure goes on through whoever is skipped for want of the value, until an outcome takes it. What ends elsewhere, in an
        // output, an effect, or a stage that runs without the value, has not been handled. What a guard does not let pass fails the run.
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
