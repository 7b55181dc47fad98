using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Sluice.Compiler.Parse;

/// <summary>
/// Determines which overload a call reaches if its arguments have exactly the types of a method's parameters. C# may
/// prefer an overload with a higher priority, of a more derived type, or with a parameter by value.
/// </summary>
internal static class CallResolution
{
    /// <summary>
    /// Whether the method has overloads, so omitting an argument may change which method is called.
    /// </summary>
    public static bool IsOverloaded(IMethodSymbol method, ITypeSymbol type) =>
        StageCollector
            .Levels(type)
            .SelectMany(level => level.GetMembers(method.Name))
            .OfType<IMethodSymbol>()
            .Any(other => !AreSame(other, method));

    /// <summary>
    /// Returns a clause that says which method would be called instead and what to do, or <see langword="null"/> if the
    /// call reaches the method.
    /// </summary>
    /// <param name="context">The state that the parsers share.</param>
    /// <param name="method">The method that the call should reach.</param>
    /// <param name="type">The type on which it is called.</param>
    /// <param name="arguments">The types of the arguments.</param>
    public static string? ReasonAgainst(
        ParseContext context,
        IMethodSymbol method,
        ITypeSymbol type,
        IEnumerable<ITypeSymbol> arguments
    )
    {
        if (!IsOverloaded(method, type) || Position(context.Pipeline) is not { } place)
        {
            return null;
        }

        var found = context
            .Compilation.GetSemanticModel(place.Tree)
            .GetSpeculativeSymbolInfo(
                place.Position,
                SyntaxFactory.ParseExpression(Call(context.Names, method, type, arguments)),
                SpeculativeBindingOption.BindAsExpression
            );
        return found.Symbol is IMethodSymbol called
            ? AreSame(called, method)
                ? null
                : $"a call with arguments of its parameter types reaches {TypeNames.Overload(called)} instead: rename one of the two"
            : found.CandidateReason is CandidateReason.OverloadResolutionFailure or CandidateReason.Ambiguous
            && found.CandidateSymbols.OfType<IMethodSymbol>().Skip(1).FirstOrDefault(other => !AreSame(other, method))
                is { } rival
                ? $"a call with arguments of its parameter types is ambiguous with {TypeNames.Overload(rival)}: rename one of the two"
                : null;
    }

    private static string Call(
        CodeNames names,
        IMethodSymbol method,
        ITypeSymbol type,
        IEnumerable<ITypeSymbol> arguments
    )
    {
        var receiver = method.IsStatic
            ? names.CodeWithoutAnnotation(type)
            : $"default({names.CodeWithoutAnnotation(type)})!";
        var values = arguments.Select(argument => $"default({names.Identity(argument)})!");
        return $"{receiver}.{Keywords.Escape(method.Name)}({string.Join(", ", values)})";
    }

    // Between the members of the pipeline, everything is accessible that emitted code can call.
    private static (SyntaxTree Tree, int Position)? Position(INamedTypeSymbol pipeline) =>
        pipeline
            .DeclaringSyntaxReferences.Select(reference => reference.GetSyntax())
            .OfType<TypeDeclarationSyntax>()
            .Where(declaration => declaration.OpenBraceToken is { IsMissing: false, RawKind: not 0 })
            .Select(declaration => ((SyntaxTree, int)?)(declaration.SyntaxTree, declaration.OpenBraceToken.Span.End))
            .FirstOrDefault();

    private static bool AreSame(IMethodSymbol one, IMethodSymbol other) =>
        SymbolEqualityComparer.Default.Equals(Root(one), Root(other));

    private static IMethodSymbol Root(IMethodSymbol method) => method.SelfAndOverridden().Last().OriginalDefinition;
}
