using Microsoft.CodeAnalysis;

namespace Sluice.Compiler.Parse;

/// <summary>
/// Recognises the types that have a meaning of their own to Sluice, above all those of parameters that a run supplies.
/// </summary>
internal static class KnownTypes
{
    public static bool IsCancellationToken(ITypeSymbol type) =>
        type.IsNamed("System.Threading", nameof(CancellationToken));

    public static bool IsStageContext(ITypeSymbol type) => type.IsNamed("Sluice", "StageContext");

    /// <summary>Whether the type is an exception, or a type parameter that is constrained to one.</summary>
    public static bool IsException(ITypeSymbol type) =>
        type switch
        {
            INamedTypeSymbol named => named.SelfAndBaseTypes().Any(level => level.IsNamed("System", "Exception")),
            ITypeParameterSymbol parameter => parameter.ConstraintTypes.Any(IsException),
            _ => false,
        };

    /// <summary>Whether the type is <c>IRunObserver</c>.</summary>
    public static bool IsRunObserver(ITypeSymbol type) => type.IsNamed("Sluice", "IRunObserver");

    public static bool ImplementsRunObserver(ITypeSymbol type) => type.AllInterfaces.Any(IsRunObserver);

    public static bool IsRunContext(ITypeSymbol type) => type.IsNamed("Sluice", "RunContext");
}
