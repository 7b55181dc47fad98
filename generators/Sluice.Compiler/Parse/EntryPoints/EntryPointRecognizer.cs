using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Sluice.Compiler.Parse;

/// <summary>Distinguishes entry points from the partial methods of other generators and of the user.</summary>
internal static class EntryPointRecognizer
{
    /// <summary>Whether the method is an entry point, in this compilation's source or in metadata.</summary>
    public static bool IsEntryPoint(IMethodSymbol method, CancellationToken cancellationToken)
    {
        if (method.IsMarkedAsEntryPoint())
        {
            return true;
        }

        return method.IsPartialDefinition
            && !HasBody(method)
            && (
                method.Has(AttributeExtensions.EntryPoint)
                || (
                    ForeignAttribute(method) is null
                    && Declaration(method, cancellationToken) is { } declaration
                    && HasAccessibilityModifier(declaration)
                )
            );
    }

    /// <summary>Returns the declaration of the definition part.</summary>
    public static MethodDeclarationSyntax? Declaration(IMethodSymbol method, CancellationToken cancellationToken) =>
        method.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax(cancellationToken) as MethodDeclarationSyntax;

    /// <summary>Whether the method has a body that Sluice did not emit.</summary>
    public static bool HasBody(IMethodSymbol method) =>
        !method.IsPartialDefinition || method.PartialImplementationPart is { } part && !part.IsEmitted();

    /// <summary>
    /// Returns the reason, with the remedy, why a partial method is not an entry point although it resembles one;
    /// otherwise <see langword="null"/>.
    /// </summary>
    public static string? ReasonForPassingOver(IMethodSymbol method, CancellationToken cancellationToken)
    {
        if (!method.IsPartialDefinition || method.Name.Length == 0)
        {
            return null;
        }

        // Attributes are checked before the body: another generator may write a body that the analyzer sees and
        // Sluice's generator does not.
        if (ForeignAttribute(method) is { } attribute)
        {
            return $"'{method.Name}' is left to the generator of [{AttributeExtensions.WithoutSuffix(attribute.Name)}] unless [EntryPoint] is added";
        }

        return
            !HasBody(method)
            && Declaration(method, cancellationToken) is { } declaration
            && !HasAccessibilityModifier(declaration)
            ? $"'{method.Name}' has no accessibility modifier: add 'public' or [EntryPoint]"
            : null;
    }

    /// <summary>Whether the declaration has an accessibility modifier.</summary>
    public static bool HasAccessibilityModifier(MethodDeclarationSyntax declaration) =>
        declaration.Modifiers.Any(modifier =>
            modifier.Kind()
                is SyntaxKind.PublicKeyword
                    or SyntaxKind.InternalKeyword
                    or SyntaxKind.ProtectedKeyword
                    or SyntaxKind.PrivateKeyword
        );

    /// <summary>
    /// Returns the first attribute that may belong to another generator, or <see langword="null"/>. Unresolved
    /// attributes do not count.
    /// </summary>
    public static INamedTypeSymbol? ForeignAttribute(IMethodSymbol method) =>
        method
            .GetAttributes()
            .Select(attribute => attribute.AttributeClass)
            .FirstOrDefault(type => type is { TypeKind: not TypeKind.Error } && !IsNeutral(type.ContainingNamespace));

    private static bool IsNeutral(INamespaceSymbol? candidate) =>
        candidate.IsNamed("Sluice")
        || candidate.IsNamed("Sluice.RateLimiting")
        || candidate.IsNamed("Sluice.CompilerServices")
        || candidate.IsNamed("System")
        || candidate.IsNamed("System.ComponentModel")
        || candidate.IsNamed("System.CodeDom.Compiler")
        || candidate.IsNamed("System.Diagnostics")
        || candidate.IsNamed("System.Diagnostics.CodeAnalysis")
        || candidate.IsNamed("System.Runtime.CompilerServices");
}
