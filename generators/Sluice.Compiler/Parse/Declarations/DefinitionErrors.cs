using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Sluice.Compiler.Parse;

/// <summary>
/// Finds entry points whose declaration is an error in C#. The emitted part would repeat the declaration and therefore
/// the error.
/// </summary>
internal static class DefinitionErrors
{
    // The error for a missing implementation part, which is still to be emitted.
    private const string LacksImplementation = "CS8795";

    /// <summary>
    /// Returns a clause that states the compiler's error, or <see langword="null"/> if there is none.
    /// </summary>
    /// <param name="method">The entry point.</param>
    /// <param name="declaration">The declaration of its definition part.</param>
    /// <param name="compilation">The compilation that contains it.</param>
    /// <param name="cancellationToken">The token that cancels the work.</param>
    public static string? ReasonAgainst(
        IMethodSymbol method,
        MethodDeclarationSyntax declaration,
        Compilation compilation,
        CancellationToken cancellationToken
    )
    {
        // The compiler reports this at the name of the class, not at the method.
        if (method.IsExtensionMethod && method.ContainingType is not { IsStatic: true, Arity: 0, ContainingType: null })
        {
            return "it is an extension method, whose class must be static and neither generic nor nested";
        }

        var error = declaration.ContainsDiagnostics
            ? declaration.GetDiagnostics().FirstOrDefault(IsError)
            : DeclarationError(method, declaration, compilation, cancellationToken);
        return error is null
            ? null
            : $"its declaration has the error {error.Id}: {error.GetMessage(CultureInfo.InvariantCulture)}";
    }

    // Asking the semantic model is expensive, and for most entry points the answer is known without it.
    private static Diagnostic? DeclarationError(
        IMethodSymbol method,
        MethodDeclarationSyntax declaration,
        Compilation compilation,
        CancellationToken cancellationToken
    ) =>
        IsPlain(method, declaration)
            ? null
            : compilation
                .GetSemanticModel(declaration.SyntaxTree)
                .GetDeclarationDiagnostics(declaration.Span, cancellationToken)
                .FirstOrDefault(diagnostic =>
                    IsError(diagnostic) && declaration.Span.Contains(diagnostic.Location.SourceSpan)
                );

    private static bool IsError(Diagnostic diagnostic) =>
        diagnostic is { Severity: DiagnosticSeverity.Error, Id: not LacksImplementation };

    /// <summary>Whether the declaration is so simple that it cannot contain an error.</summary>
    private static bool IsPlain(IMethodSymbol method, MethodDeclarationSyntax declaration) =>
        HavePlainModifiers(declaration)
        && (method.IsStatic || !method.ContainingType.IsStatic)
        && !string.Equals(method.Name, method.ContainingType.Name, StringComparison.Ordinal)
        && method.ContainingType.GetMembers(method.Name).Length == 1
        && method.TypeParameters.IsEmpty
        && method.ExplicitInterfaceImplementations.IsEmpty
        && method.Parameters.Select(parameter => parameter.Name).Distinct(StringComparer.Ordinal).Count()
            == method.Parameters.Length
        && (method.ReturnsVoid || IsPlain(method.ReturnType, method))
        && method.Parameters.All(parameter => IsPlain(parameter.Type, method));

    private static bool HavePlainModifiers(MethodDeclarationSyntax declaration)
    {
        var accessibilities = 0;
        foreach (var modifier in declaration.Modifiers)
        {
            switch (modifier.Kind())
            {
                case SyntaxKind.PublicKeyword or SyntaxKind.InternalKeyword or SyntaxKind.PrivateKeyword:
                    accessibilities++;
                    break;
                case SyntaxKind.StaticKeyword or SyntaxKind.PartialKeyword:
                    break;
                default:
                    return false;
            }
        }

        return accessibilities == 1
            && declaration.Modifiers.Count <= 3
            && declaration.ParameterList.Parameters.All(parameter => parameter.Modifiers.Count == 0);
    }

    private static bool IsPlain(ITypeSymbol type, IMethodSymbol method) =>
        type switch
        {
            ITypeParameterSymbol => true,
            IArrayTypeSymbol array => IsPlain(array.ElementType, method),
            INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } nullable =>
                nullable.TypeArguments[0]
                    is { IsValueType: true, OriginalDefinition.SpecialType: not SpecialType.System_Nullable_T } value
                    && IsPlain(value, method),
            INamedTypeSymbol named => named
                .SelfAndContainingTypes()
                .All(level =>
                    level
                        is {
                            TypeKind: not TypeKind.Error,
                            IsStatic: false,
                            IsRefLikeType: false,
                            SpecialType: not SpecialType.System_Void
                        }
                    && IsVisible(level, method)
                    && level.TypeParameters.All(IsUnconstrained)
                    && !Obsolescence.IsObsolete(level)
                    && level.TypeArguments.All(argument => IsPlain(argument, method))
                ),
            _ => false,
        };

    private static bool IsVisible(INamedTypeSymbol type, IMethodSymbol method) =>
        type.DeclaredAccessibility switch
        {
            Accessibility.Public or Accessibility.NotApplicable => true,
            Accessibility.Internal => method.DeclaredAccessibility != Accessibility.Public
                || method
                    .ContainingType.SelfAndContainingTypes()
                    .Any(level => level.DeclaredAccessibility == Accessibility.Internal),
            _ => method.DeclaredAccessibility == Accessibility.Private,
        };

    private static bool IsUnconstrained(ITypeParameterSymbol parameter) =>
        parameter
            is {
                HasReferenceTypeConstraint: false,
                HasValueTypeConstraint: false,
                HasUnmanagedTypeConstraint: false,
                HasConstructorConstraint: false,
                ConstraintTypes.IsEmpty: true
            };
}
