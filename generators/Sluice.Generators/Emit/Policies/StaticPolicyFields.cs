namespace Sluice.Generators.Emit.Policies;

/// <summary>
/// Keeps it in a nested static class. It is made when it is first used, also where that is before the pipeline's own static fields
/// have been initialised.
/// </summary>
/// <param name="type">The name of the class.</param>
internal sealed class StaticPolicyFields(string type) : PolicyFields(new Identifiers([type]))
{
    protected override string Expression(string field) => $"{type}.{field}";

    protected override void WriteFields(SourceWriter writer)
    {
        writer.Line("// What the policies of all calls have in common.");
        writer.Line(GeneratedCode.Attribute);
        using (writer.Block($"private static class {type}"))
        {
            WriteLines(writer, "internal static");
        }
    }
}
