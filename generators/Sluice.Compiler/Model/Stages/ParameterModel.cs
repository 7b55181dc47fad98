using Sluice.Compiler.Supplied;

namespace Sluice.Compiler.Model;

/// <summary>A parameter of a stage.</summary>
/// <param name="Name">Its name, without keyword escaping.</param>
/// <param name="Supplied">
/// The kind of what the run supplies for it, or <see langword="null"/> for a dependency, whose value a stage or input
/// produces.
/// </param>
/// <param name="Type">The index of the type of a dependency, or -1.</param>
/// <param name="TypeName">Its type as emitted code writes it, with nullability and tuple names.</param>
/// <param name="From">The producers that <c>[From]</c> names, as written. Several are merged.</param>
/// <param name="HasDefaultValue">Whether the call may omit it.</param>
internal sealed record ParameterModel(
    string Name,
    SuppliedKind? Supplied,
    int Type,
    string TypeName,
    EquatableArray<string> From,
    bool HasDefaultValue
)
{
    /// <summary>
    /// The form in which it takes the value. If it is an optional or an outcome, <see cref="Type"/> is the type of the
    /// value inside.
    /// </summary>
    public ValueForm Form { get; init; }

    /// <summary>Whether a parameter that the run supplies can do without a value.</summary>
    public bool MayBeNull => HasDefaultValue || TypeName.EndsWith("?", StringComparison.Ordinal);

    /// <summary>Whether the value comes from a stage or input.</summary>
    public bool IsDependency => Supplied is null;

    /// <summary>The type of the value inside, as emitted code writes it.</summary>
    public string ValueTypeName { get; init; } = TypeName;

    /// <summary>
    /// The default value as an expression in emitted code, or <see langword="null"/> if there is none.
    /// </summary>
    public string? DefaultValue { get; init; }

    /// <summary>Whether the stage can be called without a value for it.</summary>
    public bool IsOptional => HasDefaultValue || Form != ValueForm.Plain || All is not null;

    /// <summary>
    /// Whether it takes the elements of a collection one by one. <see cref="Type"/> is the type of the element.
    /// </summary>
    public bool IsEach { get; init; }

    /// <summary>The attribute that makes it take the value that a loop carries, or <see langword="null"/>.</summary>
    public CarriedModel? Carried { get; init; }

    /// <summary>The values that it collects in a list, or <see langword="null"/> if it takes one.</summary>
    public AllModel? All { get; init; }

    /// <summary>The buffer between it and the producer of its stream, or <see langword="null"/>.</summary>
    public BufferModel? Buffer { get; init; }
}
