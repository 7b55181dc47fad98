using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Sluice.Compiler.Parse;

/// <summary>Tells the parameters of a primary constructor from those of others.</summary>
internal static class PrimaryConstructor
{
    /// <summary>Whether a parameter, which has a name, is one of a primary constructor.</summary>
    public static bool Has(IParameterSymbol parameter, CancellationToken cancellationToken) =>
        parameter is { Name.Length: > 0, ContainingSymbol: IMethodSymbol { MethodKind: MethodKind.Constructor } }
        && parameter.ContainingSymbol.DeclaringSyntaxReferences.Any(reference =>
            reference.GetSyntax(cancellationToken) is TypeDeclarationSyntax
        );
}
