namespace Sluice.Compiler.Model;

/// <summary>An input of an entry point.</summary>
/// <param name="Name">The parameter's name, without keyword escaping.</param>
/// <param name="Type">The index of its type.</param>
/// <param name="TypeName">Its type as emitted code writes it, with nullability and tuple names.</param>
internal sealed record InputModel(string Name, int Type, string TypeName)
{
    /// <summary>
    /// The form in which the caller passes the value. If it is an optional or an outcome, <see cref="Type"/> is the
    /// type of the value inside.
    /// </summary>
    public ValueForm Form { get; init; }

    /// <summary>The position of the parameter in the method's declaration.</summary>
    public int Position { get; init; }

    /// <summary>
    /// Whether the parameter accepts null although its value is promised not to be null, so a null argument must
    /// be rejected.
    /// </summary>
    public bool RefusesNull { get; init; }

    /// <summary>
    /// Whether the value could observe the run if the parameter were declared as an observer. As an ordinary input it
    /// observes nothing.
    /// </summary>
    public bool IsObserver { get; init; }

    /// <summary>The type of the value inside, as emitted code writes it.</summary>
    public string ValueTypeName { get; init; } = TypeName;
}
