namespace Sluice.Compiler.Model;

/// <summary>An input of an entry point.</summary>
/// <param name="Name">The parameter's name, not escaped.</param>
/// <param name="Type">The index of its type.</param>
/// <param name="TypeName">Its type as code writes it, with nullability and tuple names.</param>
internal sealed record InputModel(string Name, int Type, string TypeName)
{
    /// <summary>
    /// In which form it comes in. Where that is an optional or an outcome, <see cref="Type"/> is that of the value inside.
    /// </summary>
    public ValueForm Form { get; init; }

    /// <summary>The position of the parameter, as the method declares it.</summary>
    public int Position { get; init; }

    /// <summary>Whether its declaration lets null in and promises that none is left, so that null has to be refused.</summary>
    public bool RefusesNull { get; init; }

    /// <summary>Whether it could observe the run, were it declared so: as a value it does nothing.</summary>
    public bool IsObserver { get; init; }

    /// <summary>The type of the value inside as code writes it.</summary>
    public string ValueTypeName { get; init; } = TypeName;
}
