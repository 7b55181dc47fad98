namespace Sluice.Compiler.Model;

/// <summary>A parameter of a stage.</summary>
/// <param name="Name">Its name, not escaped.</param>
/// <param name="Kind">Whether it is a dependency or supplied by the run.</param>
/// <param name="Type">The index of its type, or -1 where <paramref name="Kind"/> is no dependency.</param>
/// <param name="TypeName">Its type as code writes it, with nullability and tuple names.</param>
/// <param name="From">The producer that <c>[From]</c> names, as written, or <see langword="null"/>.</param>
/// <param name="HasDefaultValue">Whether the call may leave it out.</param>
internal sealed record ParameterModel(
    string Name,
    ParameterKind Kind,
    int Type,
    string TypeName,
    string? From,
    bool HasDefaultValue
);
