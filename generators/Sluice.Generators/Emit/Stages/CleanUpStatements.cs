namespace Sluice.Generators.Emit;

/// <summary>
/// Writes the clean-up of a run object. If stages have registered clean-ups or have to be compensated, the run ends after these have
/// been called and awaited.
/// </summary>
internal static class CleanUpStatements
{
    /// <summary>Writes the statements. The emitted code returns if the run ends later.</summary>
    /// <param name="writer">The writer.</param>
    /// <param name="emission">The entry point.</param>
    /// <param name="exception">The expression of the exception with which the run ends so far, or null.</param>
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

    /// <summary>
    /// Writes the compensation of stages, which comes first if the run fails and a stage that can be compensated has ended.
    /// </summary>
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
