namespace Sluice.Generators.Emit.Policies;

/// <summary>
/// Keeps the state of policies in one object for each record. Fields of a record take part in its equality, so these objects are all
/// equal to each other.
/// </summary>
/// <param name="type">The name of the object's class.</param>
/// <param name="property">The name of the property that returns the object.</param>
internal sealed class RecordPolicyFields(string type, string property) : PolicyFields(new Identifiers([type]))
{
    private const string RecordState = Known.Services + ".RecordState";

    protected override string Expression(string field) => $"this.{property}.{field}";

    protected override void WriteFields(SourceWriter writer)
    {
        var field = "_" + Identifiers.Camel(type);
        writer.Line("// It is equal to that of any other instance, and a copy of this instance gets its own.");
        writer.Line(GeneratedCode.Attribute);
        writer.Line($"private {type} {field} = new();");
        writer.Line();
        writer.Line(GeneratedCode.Attribute);
        writer.Line($"private {type} {property} => {RecordState}.Of(ref {field}, this);");
        writer.Line();
        writer.Line("// What the policies keep beyond a call.");
        writer.Line(GeneratedCode.Attribute);
        using (writer.Block($"private sealed class {type} : {RecordState}"))
        {
            WriteLines(writer, "internal");
            writer.Line();
            writer.Line($"protected override {RecordState} Create() => new {type}();");
        }
    }
}
