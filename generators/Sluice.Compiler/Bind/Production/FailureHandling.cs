namespace Sluice.Compiler.Bind.Production;

/// <summary>Finds the stages whose failure those who need their output take as an outcome.</summary>
internal static class FailureHandling
{
    /// <summary>For each stage whether its failure is no failure of the run.</summary>
    /// <param name="needs">Who takes what.</param>
    /// <param name="order">The stages, each after those that it waits for.</param>
    public static bool[] Find(ValueNeeds needs, IReadOnlyList<int> order)
    {
        // A failure goes on through whoever takes the value until an outcome takes it. What ends elsewhere, in an output or an
        // effect, has not been handled.
        var isHandled = new bool[order.Count];
        foreach (var position in order.Reverse())
        {
            isHandled[position] =
                !needs.Stage(position).IsEffect
                && needs.Takers(position).Count > 0
                && needs
                    .Takers(position)
                    .All(taker => taker.TakesOutcome || (!taker.IsOutput && isHandled[taker.Stage]));
        }

        return isHandled;
    }
}
