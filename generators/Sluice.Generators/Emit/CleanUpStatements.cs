namespace Sluice.Generators.Emit;

/// <summary>
/// Writes what a run object does before it ends where stages may have registered something, or have to be undone: it ends when that
/// has been called and awaited.
/// </summary>
internal static class CleanUpStatements
{
    /// <summary>Writes the statements, which return where the run ends later.</summary>
    /// <param name="writer">What it is written to.</param>
    /// <param name="emission">The entry point.</param>
    /// <param name="exception">The expression of what the run ends with so far, or null.</param>
    public static void Write(SourceWriter writer, EntryPointEmission emission, string exception)
    {
        if (!emission.Plan.NeedsScope)
        {
            return;
        }

        var fields = emission.Fields;
        if (emission.Plan.Compensates)
        {
            using (writer.Block($"if ({exception} is {{ }} cause)"))
            {
                writer.Line($"CleanUp({fields.Scope}, cause, {CompensationMethod.Call(emission, fields, "cause")});");
                writer.Line("return;");
            }

            writer.Line();
        }

        using (writer.Block($"if ({fields.Scope}.HasCleanUps)"))
        {
            writer.Line($"CleanUp({fields.Scope}, {exception}, default);");
            writer.Line("return;");
        }

        writer.Line();
    }
}
