namespace Sluice.Generators.Emit.Policies;

/// <summary>Where a pipeline keeps something for its policies.</summary>
/// <param name="names">The names that are taken there.</param>
internal abstract class PolicyFields(Identifiers names)
{
    private readonly Dictionary<(int Stage, string Thing), string> _known = [];

    /// <summary>What is kept, in the order in which it was asked for.</summary>
    protected List<PolicyField> Fields { get; } = [];

    /// <summary>The expression that reads something. It is kept from then on.</summary>
    /// <param name="key">What tells it from everything else that is kept there: the number of its stage, or -1, and what it is of it.</param>
    /// <param name="type">Its type.</param>
    /// <param name="name">What it is called, where that is free.</param>
    /// <param name="initializer">What it is made with.</param>
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

    /// <summary>Writes what is kept.</summary>
    public void Write(SourceWriter writer)
    {
        if (Fields.Count > 0)
        {
            writer.Line();
            WriteFields(writer);
        }
    }

    /// <summary>The name of a field as it is spelt there.</summary>
    protected virtual string FieldName(string name) => name;

    /// <summary>The expression that reads a field.</summary>
    protected abstract string Expression(string field);

    /// <summary>Writes the fields, and what they are in.</summary>
    protected abstract void WriteFields(SourceWriter writer);

    /// <summary>Writes the fields of a nested class, one below the other.</summary>
    /// <param name="writer">What they are written to.</param>
    /// <param name="modifiers">Their modifiers.</param>
    protected void WriteLines(SourceWriter writer, string modifiers)
    {
        foreach (var field in Fields)
        {
            writer.Line($"{modifiers} readonly {field.Type} {field.Name} = {field.Initializer};");
        }
    }
}
