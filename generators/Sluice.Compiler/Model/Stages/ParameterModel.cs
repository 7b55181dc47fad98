namespace Sluice.Compiler.Model;

/// <summary>A parameter of a stage.</summary>
/// <param name="Name">Its name, not escaped.</param>
/// <param name="Kind">Whether it is a dependency or supplied by the run.</param>
/// <param name="Type">The index of its type, or -1 where <paramref name="Kind"/> is no dependency.</param>
/// <param name="TypeName">Its type as code writes it, with nullability and tuple names.</param>
/// <param name="From">The producers that <c>[From]</c> names, as written; several are merged.</param>
/// <param name="HasDefaultValue">Whether the call may leave it out.</param>
internal sealed record ParameterModel(
    string Name,
    ParameterKind Kind,
    int Type,
    string TypeName,
    EquatableArray<string> From,
    bool HasDefaultValue
)
{
    /// <summary>
    /// In which form it takes the value. Where that is an optional or an outcome, <see cref="Type"/> is that of the value inside.
    /// </summary>
    public ValueForm Form { get; init; }

    /// <summary>The type of the value inside as code writes it.</summary>
    public string ValueTypeName { get; init; } = TypeName;

    /// <summary>
    /// The value that it has where the call leaves it out, as code writes it where the type is known; otherwise <see langword="null"/>.
    /// </summary>
    public string? DefaultValue { get; init; }

    /// <summary>Whether the stage can be called without a value for it.</summary>
    public bool IsOptional => HasDefaultValue || Form != ValueForm.Plain;

    /// <summary>Whether it takes one element of a collection after the other. <see cref="Type"/> is that of the element.</summary>
    public bool IsEach { get; init; }

    /// <summary>How far the producer of a stream may run ahead of it, or <see langword="null"/>.</summary>
    public BufferModel? Buffer { get; init; }
}
