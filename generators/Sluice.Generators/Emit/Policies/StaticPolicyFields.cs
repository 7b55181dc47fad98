namespace Sluice.Generators.Emit.Policies;

/// <summary>
/// Keeps the state of policies in a nested static class. The class is initialized on first use, even if the pipeline's own static
/// fields have not been initialized yet.
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
