using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Sluice.Compiler.Parse;

/// <summary>
/// Finds types whose values live on the stack only. The constraint <c>allows ref struct</c> is read from syntax, because the symbols of
/// the oldest supported compiler do not have it.
/// </summary>
internal static class RefStructs
{
    /// <summary>Whether a value of the type is, or may be, a <c>ref struct</c>.</summary>
    public static bool MayBe(ITypeSymbol type) =>
        type.IsRefLikeType || (type is ITypeParameterSymbol parameter && AreAllowedFor(parameter));

    /// <summary>Whether the argument of a type parameter may be a <c>ref struct</c>.</summary>
    public static bool AreAllowedFor(ITypeParameterSymbol parameter) =>
        parameter.ContainingSymbol.DeclaringSyntaxReferences.Any(reference =>
            Clauses(reference.GetSyntax())
                .Any(clause =>
                    clause.Name.Identifier.ValueText == parameter.Name && clause.Constraints.Any(AllowsRefStruct)
                )
        );

    private static SyntaxList<TypeParameterConstraintClauseSyntax> Clauses(SyntaxNode declaration) =>
        declaration switch
        {
            MethodDeclarationSyntax method => method.ConstraintClauses,
            TypeDeclarationSyntax type => type.ConstraintClauses,
            _ => default,
        };

    private static bool AllowsRefStruct(TypeParameterConstraintSyntax constraint) =>
        constraint is not (TypeConstraintSyntax or ClassOrStructConstraintSyntax or ConstructorConstraintSyntax)
        && constraint.GetFirstToken().ValueText == "allows";
}
