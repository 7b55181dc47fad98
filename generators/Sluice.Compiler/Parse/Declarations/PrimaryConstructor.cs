using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Sluice.Compiler.Parse;

/// <summary>Distinguishes the parameters of primary constructors from other parameters.</summary>
internal static class PrimaryConstructor
{
    /// <summary>Whether a parameter has a name and belongs to a primary constructor.</summary>
    public static bool Has(IParameterSymbol parameter, CancellationToken cancellationToken) =>
        parameter is { Name.Length: > 0, ContainingSymbol: IMethodSymbol { MethodKind: MethodKind.Constructor } }
        && parameter.ContainingSymbol.DeclaringSyntaxReferences.Any(reference =>
            reference.GetSyntax(cancellationToken) is TypeDeclarationSyntax
        );
}
