namespace Sluice.Generators.Emit.Policies;

/// <summary>Keeps the state of policies in fields of the pipeline.</summary>
/// <param name="typeMembers">The names of the pipeline's members.</param>
internal sealed class InstancePolicyFields(Identifiers typeMembers) : PolicyFields(typeMembers)
{
    protected override string FieldName(string name) => "_" + Identifiers.Camel(name);

    protected override string Expression(string field) => "this." + field;

    protected override void WriteFields(SourceWriter writer)
    {
        foreach (var field in Fields)
        {
            writer.Line(GeneratedCode.Attribute);
            writer.Line($"private readonly {field.Type} {field.Name} = {field.Initializer};");
            writer.Line();
        }
    }
}
