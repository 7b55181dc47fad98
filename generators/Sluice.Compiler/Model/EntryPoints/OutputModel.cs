namespace Sluice.Compiler.Model;

/// <summary>An output of an entry point.</summary>
/// <param name="Name">
/// The tuple element's name, or <see langword="null"/> if it has none or the output is not a tuple.
/// </param>
/// <param name="Type">The index of its type.</param>
/// <param name="TypeName">Its type as emitted code writes it, with nullability and tuple names.</param>
/// <param name="From">The producers that <c>[return: From]</c> names, as written.</param>
internal sealed record OutputModel(string? Name, int Type, string TypeName, EquatableArray<string> From)
{
    /// <summary>
    /// The form in which the output is returned. If it is an optional or an outcome, <see cref="Type"/> is the type of
    /// the value inside.
    /// </summary>
    public ValueForm Form { get; init; }

    /// <summary>The type of the value inside, as emitted code writes it.</summary>
    public string ValueTypeName { get; init; } = TypeName;
}
