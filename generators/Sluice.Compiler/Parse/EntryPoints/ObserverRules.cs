using Microsoft.CodeAnalysis;
using Sluice.Compiler.Rules;

namespace Sluice.Compiler.Parse;

/// <summary>
/// Checks the type parameter of an entry point. An entry point may be generic only in the type of its observer.
/// </summary>
internal static class ObserverRules
{
    private const string Remedy = $"its only type parameter may be that of its observer, as in {ObserverForm.Text}";

    /// <summary>Whether a parameter of an entry point observes its runs.</summary>
    public static bool IsObserver(IParameterSymbol parameter) =>
        parameter.Type is ITypeParameterSymbol { TypeParameterKind: TypeParameterKind.Method };

    /// <summary>
    /// Whether a method is a valid generic entry point, which only a caller that provides an observer can call.
    /// </summary>
    public static bool TakesObserver(IMethodSymbol method) => method.IsGenericMethod && ReasonAgainst(method) is null;

    /// <summary>
    /// Returns a clause that says what is wrong with an entry point's type parameters and what to do, or
    /// <see langword="null"/>.
    /// </summary>
    public static string? ReasonAgainst(IMethodSymbol method)
    {
        if (!method.IsGenericMethod)
        {
            // As an ordinary input it would silently observe nothing.
            return method.Parameters.FirstOrDefault(parameter => KnownTypes.IsRunObserver(parameter.Type)) is { } value
                ? $"'{value.Name}' would be an ordinary input and would observe nothing: take the observer as in {ObserverForm.Text}"
                : null;
        }

        if (method.TypeParameters.Length > 1 || !IsOfObserver(method.TypeParameters[0]))
        {
            return $"it is generic: {Remedy}. For anything else make the type that declares it generic, or write one method "
                + "for each type";
        }

        if (RefStructs.AreAllowedFor(method.TypeParameters[0]))
        {
            return $"its observer '{method.TypeParameters[0].Name}' may be a 'ref struct', which a run cannot keep: remove 'allows ref struct'";
        }

        return
            method.Parameters.Count(IsObserver) == 1
            && !Mentions(method.ReturnType)
            && !method.Parameters.Any(parameter => !IsObserver(parameter) && Mentions(parameter.Type))
            ? null
            : $"its type parameter '{method.TypeParameters[0].Name}' is not used only as the type of one observer: {Remedy}";
    }

    private static bool IsOfObserver(ITypeParameterSymbol parameter) =>
        parameter is { HasValueTypeConstraint: true, HasUnmanagedTypeConstraint: false, ConstraintTypes.Length: 1 }
        && KnownTypes.IsRunObserver(parameter.ConstraintTypes[0]);

    private static bool Mentions(ITypeSymbol type) =>
        type switch
        {
            ITypeParameterSymbol parameter => parameter.TypeParameterKind == TypeParameterKind.Method,
            IArrayTypeSymbol array => Mentions(array.ElementType),
            IPointerTypeSymbol pointer => Mentions(pointer.PointedAtType),
            INamedTypeSymbol named => named.TypeArguments.Any(Mentions)
                || (named.ContainingType is { } containing && Mentions(containing)),
            _ => false,
        };
}
