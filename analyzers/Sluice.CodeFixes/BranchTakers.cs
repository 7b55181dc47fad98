using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Editing;

namespace Sluice.CodeFixes;

/// <summary>Adds new branches to the parameters and outputs that take the value of an existing branch.</summary>
internal sealed class BranchTakers(
    SyntaxEditor editor,
    SemanticModel model,
    TypeDeclarationSyntax type,
    MethodDeclarationSyntax branch
)
{
    /// <summary>
    /// Extends the merges that contain the branch. If the branch was the only producer of its type, those that took its
    /// value by type get a merge.
    /// </summary>
    /// <param name="names">The names of the new stages.</param>
    public void Take(IReadOnlyList<string> names)
    {
        var sources = names.Select(SluiceNames.NameOf).ToList();
        foreach (var merge in Merges())
        {
            foreach (var source in sources)
            {
                editor.AddAttributeArgument(merge, SyntaxFactory.AttributeArgument(source));
            }
        }

        if (model.GetDeclaredSymbol(branch) is not { ReturnsVoid: false } symbol || !IsAlone(symbol))
        {
            return;
        }

        var from = SluiceNames.Attribute(
            SluiceNames.From,
            [SluiceNames.NameOf(branch.Identifier.ValueText), .. sources]
        );
        foreach (var taker in TakersByType(OutputTypes.ValueOf(symbol.ReturnType)))
        {
            if (taker is MethodDeclarationSyntax)
            {
                editor.AddReturnAttribute(taker, from);
            }
            else
            {
                editor.AddAttribute(taker, from);
            }
        }
    }

    private IEnumerable<AttributeSyntax> Merges() =>
        type.DescendantNodes()
            .OfType<AttributeSyntax>()
            .Where(attribute =>
                attribute.ArgumentList is { Arguments: { Count: > 1 } arguments }
                && SluiceNames.Is(attribute, SluiceNames.From, model)
                && arguments.Any(argument =>
                    model.GetConstantValue(argument.Expression).Value is string name
                    && SluiceNames.WithoutAsync(name) == SluiceNames.WithoutAsync(branch.Identifier.ValueText)
                )
            );

    // Whether no other stage or input has its type.
    private static bool IsAlone(IMethodSymbol symbol)
    {
        var output = OutputTypes.ValueOf(symbol.ReturnType);
        var others = symbol.ContainingType.GetMembers().OfType<IMethodSymbol>().ToList();
        return others.Count(other => IsStage(other) && IsOf(other.ReturnType, output)) == 1
            && !others.Exists(other =>
                other.IsPartialDefinition && other.Parameters.Any(parameter => IsOf(parameter.Type, output))
            );
    }

    private IEnumerable<SyntaxNode> TakersByType(ITypeSymbol output)
    {
        foreach (var method in type.Members.OfType<MethodDeclarationSyntax>())
        {
            if (model.GetDeclaredSymbol(method) is not { } symbol)
            {
                continue;
            }

            if (IsStage(symbol))
            {
                foreach (var parameter in symbol.Parameters.Where(parameter => TakesByType(parameter, output)))
                {
                    yield return method.ParameterList.Parameters[parameter.Ordinal];
                }
            }
            else if (
                symbol.IsPartialDefinition
                && !HasFrom(symbol.GetReturnTypeAttributes())
                && IsOf(symbol.ReturnType, output)
            )
            {
                yield return method;
            }
        }
    }

    private static bool TakesByType(IParameterSymbol parameter, ITypeSymbol output) =>
        IsOf(parameter.Type, output) && !HasFrom(parameter.GetAttributes());

    private static bool IsOf(ITypeSymbol type, ITypeSymbol output) =>
        SymbolEqualityComparer.Default.Equals(OutputTypes.ValueOf(type), output);

    private static bool IsStage(IMethodSymbol method) =>
        method.GetAttributes().Any(attribute => IsNamed(attribute, SluiceNames.Stage));

    private static bool HasFrom(IEnumerable<AttributeData> attributes) =>
        attributes.Any(attribute => IsNamed(attribute, SluiceNames.From));

    private static bool IsNamed(AttributeData attribute, string name) =>
        attribute.AttributeClass is { } type
        && type.Name == name + nameof(System.Attribute)
        && SluiceNames.IsIn(type.ContainingNamespace);
}
