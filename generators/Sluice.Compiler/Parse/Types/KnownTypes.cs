using Microsoft.CodeAnalysis;

namespace Sluice.Compiler.Parse;

/// <summary>The types of parameters that a run supplies.</summary>
internal static class KnownTypes
{
    public static bool IsCancellationToken(ITypeSymbol type) =>
        type.IsNamed("System.Threading", nameof(CancellationToken));

    public static bool IsStageContext(ITypeSymbol type) => type.IsNamed("Sluice", "StageContext");

    /// <summary>Whether each run gives its stages the value by itself.</summary>
    public static bool IsSupplied(ITypeSymbol type) =>
        IsCancellationToken(type) || IsStageContext(type) || IsRunContext(type);

    /// <summary>Whether it is an exception, or one that a type parameter stands for.</summary>
    public static bool IsException(ITypeSymbol type) =>
        type switch
        {
            INamedTypeSymbol named => named.SelfAndBaseTypes().Any(level => level.IsNamed("System", "Exception")),
            ITypeParameterSymbol parameter => parameter.ConstraintTypes.Any(IsException),
            _ => false,
        };

    /// <summary>Whether it is told what happens in a run.</summary>
    public static bool IsRunObserver(ITypeSymbol type) => type.IsNamed("Sluice", "IRunObserver");

    public static bool ImplementsRunObserver(ITypeSymbol type) => type.AllInterfaces.Any(IsRunObserver);

    public static bool IsRunContext(ITypeSymbol type) => type.IsNamed("Sluice", "RunContext");
}
