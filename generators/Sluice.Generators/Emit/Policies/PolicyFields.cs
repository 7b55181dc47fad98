namespace Sluice.Generators.Emit.Policies;

/// <summary>The fields in which a pipeline keeps the state of its policies.</summary>
/// <param name="names">The names that are in use in the type that declares the fields.</param>
internal abstract class PolicyFields(Identifiers names)
{
    private readonly Dictionary<(int Stage, string Thing), string> _known = [];

    /// <summary>The fields, in the order in which they were requested.</summary>
    protected List<PolicyField> Fields { get; } = [];

    /// <summary>The expression that reads a field. The first request adds the field.</summary>
    /// <param name="key">The key that identifies the field: the number of its stage, or -1 if stages share it, and its purpose.</param>
    /// <param name="type">Its type.</param>
    /// <param name="name">Its name, if that is free.</param>
    /// <param name="initializer">The expression that initializes it.</param>
    public string Of((int Stage, string Thing) key, string type, string name, string initializer)
    {
        if (!_known.TryGetValue(key, out var expression))
        {
            var field = new PolicyField(type, names.Take(FieldName(name)), initializer);
            Fields.Add(field);
            expression = Expression(field.Name);
            _known.Add(key, expression);
        }

        return expression;
    }

    /// <summary>Writes the fields, if there are any.</summary>
    public void Write(SourceWriter writer)
    {
        if (Fields.Count > 0)
        {
            writer.Line();
            WriteFields(writer);
        }
    }

    /// <summary>The name of a field in the spelling of these fields.</summary>
    protected virtual string FieldName(string name) => name;

    /// <summary>The expression that reads a field.</summary>
    protected abstract string Expression(string field);

    /// <summary>Writes the fields, and the type that contains them if that is not the pipeline.</summary>
    protected abstract void WriteFields(SourceWriter writer);

    /// <summary>Writes the fields of a nested class, one below the other.</summary>
    /// <param name="writer">The writer.</param>
    /// <param name="modifiers">Their modifiers.</param>
    protected void WriteLines(SourceWriter writer, string modifiers)
    {
        foreach (var field in Fields)
        {
            writer.Line($"{modifiers} readonly {field.Type} {field.Name} = {field.Initializer};");
        }
    }
}
