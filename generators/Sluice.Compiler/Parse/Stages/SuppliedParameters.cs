using Microsoft.CodeAnalysis;
using Sluice.Compiler.Supplied;

namespace Sluice.Compiler.Parse;

/// <summary>Recognises parameters that the run supplies.</summary>
internal static class SuppliedParameters
{
    /// <summary>Returns the kind of a stage's parameter, or <see langword="null"/> if a stage or input produces its value.</summary>
    public static SuppliedKind? KindOf(IParameterSymbol parameter) =>
        KindOf(parameter.Type)
        ?? SuppliedKinds.All.FirstOrDefault(kind => kind.Attribute is { } attribute && Has(parameter, attribute));

    /// <summary>Returns the kind that a type shows, or <see langword="null"/>.</summary>
    public static SuppliedKind? KindOf(ITypeSymbol type) =>
        SuppliedKinds.All.FirstOrDefault(kind =>
            kind.Type is { } supplied && type.IsNamed(supplied.Namespace, supplied.Name)
        );

    // An override takes the attributes of the parameter that it overrides.
    private static bool Has(IParameterSymbol parameter, string attribute)
    {
        for (
            var method = parameter.ContainingSymbol as IMethodSymbol;
            method is not null;
            method = method.OverriddenMethod
        )
        {
            if (method.Parameters[parameter.Ordinal].Has(attribute))
            {
                return true;
            }
        }

        return false;
    }
}
