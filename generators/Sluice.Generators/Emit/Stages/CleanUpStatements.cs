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
        if (!emission.Run.NeedsScope)
        {
            return;
        }

        var fields = emission.Fields;
        WriteCompensation(writer, emission, exception);
        var isOver = emission.Run.IsReadAfterwards ? $"{exception} is not null && " : "";
        using (writer.Block($"if ({isOver}{fields.Scope}.HasCleanUps)"))
        {
            writer.Line($"CleanUp({fields.Scope}, {exception}, default);");
            writer.Line("return;");
        }

        writer.Line();
    }

    /// <summary>Writes what undoes stages first where the run fails and some have ended that can be undone.</summary>
    public static void WriteCompensation(SourceWriter writer, EntryPointEmission emission, string exception)
    {
        if (!emission.Run.Compensates)
        {
            return;
        }

        var fields = emission.Fields;
        using (writer.Block($"if ({exception} is {{ }} cause && {fields.Scope}.HasCompensable)"))
        {
            writer.Line($"CleanUp({fields.Scope}, cause, {CompensationMethod.Call(emission, fields, "cause")});");
            writer.Line("return;");
        }

        writer.Line();
    }
}
