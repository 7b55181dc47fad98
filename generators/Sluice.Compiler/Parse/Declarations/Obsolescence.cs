using Microsoft.CodeAnalysis;

namespace Sluice.Compiler.Parse;

/// <summary>
/// Finds the types and members that <c>[Obsolete(..., error: true)]</c> forbids the emitted part of a pipeline to use.
/// No <c>#pragma</c> disables that error.
/// </summary>
/// <param name="pipeline">The pipeline.</param>
internal sealed class Obsolescence(INamedTypeSymbol pipeline)
{
    private const string Attribute = "ObsoleteAttribute";
    private const string Remedy = "use its replacement, or make its [Obsolete] a warning";

    // Inside a type that is obsolete itself, the compiler does not report uses of other obsolete declarations.
    private readonly bool _isForgiven = pipeline.SelfAndContainingTypes().Any(IsObsolete);

    /// <summary>Whether using the symbol causes a diagnostic because it is obsolete or experimental.</summary>
    public static bool IsMarked(ISymbol symbol) =>
        IsObsolete(symbol)
        || symbol
            .GetAttributes()
            .Any(attribute =>
                attribute.AttributeClass.IsNamed("System.Diagnostics.CodeAnalysis", "ExperimentalAttribute")
            );

    /// <summary>Whether the symbol is marked as obsolete.</summary>
    public static bool IsObsolete(ISymbol symbol) => Find(symbol) is not null;

    /// <summary>
    /// Returns a clause that says why a member cannot be used and what to do, or <see langword="null"/> if it can be
    /// used.
    /// </summary>
    public string? ReasonAgainst(ISymbol member) =>
        !_isForgiven && IsError(member) ? $"it is obsolete, and its use is an error: {Remedy}" : null;

    /// <summary>
    /// Returns a clause that says which part of a type cannot be named and what to do, or <see langword="null"/> if all
    /// can be named.
    /// </summary>
    public string? ReasonAgainstType(ITypeSymbol type) =>
        !_isForgiven && NamedTypes.In(type).FirstOrDefault(IsMarkedAsError) is { } part
            ? $"the type '{TypeNames.Short(part)}', which is obsolete, and its use is an error: {Remedy}"
            : null;

    private static bool IsError(ISymbol member) =>
        member switch
        {
            IMethodSymbol method => method.SelfAndOverridden().Any(IsMarkedAsError),
            IPropertySymbol { GetMethod: { } getter } => IsMarkedAsError(member) || IsMarkedAsError(getter),
            _ => IsMarkedAsError(member),
        };

    private static bool IsMarkedAsError(ISymbol symbol) => Find(symbol)?.Argument(1) is { Value: true };

    private static AttributeData? Find(ISymbol symbol) =>
        symbol.GetAttributes().FirstOrDefault(attribute => attribute.AttributeClass.IsNamed("System", Attribute));
}
