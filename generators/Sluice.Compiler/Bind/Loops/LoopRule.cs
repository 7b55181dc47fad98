namespace Sluice.Compiler.Bind.Loops;

/// <summary>Reports mistakes in the loops that one entry point runs.</summary>
internal static class LoopRule
{
    /// <summary>Reports the mistakes.</summary>
    /// <param name="check">The loops.</param>
    /// <param name="outputs">The bindings of the outputs.</param>
    /// <param name="isCyclic">Whether stages depend on each other in a cycle, which is reported.</param>
    /// <returns>Whether there are any.</returns>
    public static bool Check(LoopCheck check, IReadOnlyList<Resolution> outputs, bool isCyclic)
    {
        // Bodies are known only if it is known where they begin and there is an order, and scopes only if bodies do not overlap.
        LoopReferenceRule.Check(check);
        if (check.IsBroken || isCyclic)
        {
            return true;
        }

        LoopOverlapRule.Check(check);
        if (check.IsBroken)
        {
            return true;
        }

        foreach (var decision in check.Regions.Decisions.Where(decision => !check.Loop(decision).IsRefused))
        {
            FirstValueRule.Check(check, decision);
            LoopBodyRule.Check(check, decision);
            LoopStreamRule.Check(check, decision);
            LoopScopeRule.Check(check, decision, outputs);
        }

        return check.IsBroken;
    }
}
