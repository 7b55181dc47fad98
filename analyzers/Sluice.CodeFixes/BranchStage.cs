using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Sluice.CodeFixes;

/// <summary>
/// Writes the stage of a new branch with the signature and layout of another branch, but without its body.
/// </summary>
internal static class BranchStage
{
    /// <summary>Writes the stage.</summary>
    /// <param name="model">The other branch.</param>
    /// <param name="name">The name of the new stage.</param>
    /// <param name="type">The enum.</param>
    /// <param name="member">The member for which the new stage runs.</param>
    public static MethodDeclarationSyntax Write(Branch model, string name, INamedTypeSymbol type, string member)
    {
        var other = model.Stage;
        var value = SluiceNames.Write(
            $"{type.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat).Replace("global::", "")}.{SluiceNames.Escaped(member)}"
        );
        return other
            .WithAttributeLists(SyntaxFactory.List(other.AttributeLists.Select(Copy).OfType<AttributeListSyntax>()))
            .WithModifiers([.. other.Modifiers.Where(IsKept)])
            .WithIdentifier(SyntaxFactory.Identifier(SluiceNames.Escaped(name)))
            .WithBody(null)
            .WithParameterList(other.ParameterList.WithTrailingTrivia(SyntaxFactory.Space))
            .WithExpressionBody(
                SyntaxFactory.ArrowExpressionClause(
                    SyntaxFactory.Token(SyntaxKind.EqualsGreaterThanToken).WithTrailingTrivia(SyntaxFactory.Space),
                    SyntaxFactory.ThrowExpression(
                        SyntaxFactory.Token(SyntaxKind.ThrowKeyword).WithTrailingTrivia(SyntaxFactory.Space),
                        NotImplemented()
                    )
                )
            )
            .WithSemicolonToken(SyntaxFactory.Token(SyntaxKind.SemicolonToken))
            .WithLeadingTrivia(Leading(other))
            .WithTrailingTrivia(other.GetTrailingTrivia().Where(trivia => trivia.IsKind(SyntaxKind.EndOfLineTrivia)));

        AttributeListSyntax? Copy(AttributeListSyntax list)
        {
            var kept = list.Target is null ? list.Attributes.Select(Keep).OfType<AttributeSyntax>().ToList() : [];
            var comma = SyntaxFactory.Token(SyntaxKind.CommaToken).WithTrailingTrivia(SyntaxFactory.Space);
            return kept.Count == 0
                ? null
                : list.WithAttributes(SyntaxFactory.SeparatedList(kept, Enumerable.Repeat(comma, kept.Count - 1)));
        }

        AttributeSyntax? Keep(AttributeSyntax attribute) =>
            attribute == model.Condition ? Condition(attribute, value)
            : IsStage(attribute) ? attribute.WithArgumentList(null).WithoutTrivia()
            : null;
    }

    // An [Unless] of the other branch excludes the value of the new one and is therefore replaced by [When].
    private static AttributeSyntax Condition(AttributeSyntax attribute, ExpressionSyntax value)
    {
        var comma = SyntaxFactory.Token(SyntaxKind.CommaToken).WithTrailingTrivia(SyntaxFactory.Space);
        var arguments = SyntaxFactory.SeparatedList(
            [attribute.ArgumentList!.Arguments[0], SyntaxFactory.AttributeArgument(value)],
            [comma]
        );
        var isWhen = LastName(attribute) is SluiceNames.When or SluiceNames.When + nameof(System.Attribute);
        return SyntaxFactory.Attribute(
            isWhen ? attribute.Name.WithoutTrivia() : SluiceNames.Write("Sluice." + SluiceNames.When),
            SyntaxFactory.AttributeArgumentList(arguments)
        );
    }

    private static bool IsStage(AttributeSyntax attribute) =>
        LastName(attribute) is SluiceNames.Stage or SluiceNames.Stage + nameof(System.Attribute);

    private static string LastName(AttributeSyntax attribute) =>
        attribute.Name switch
        {
            QualifiedNameSyntax qualified => qualified.Right.Identifier.ValueText,
            AliasQualifiedNameSyntax qualified => qualified.Name.Identifier.ValueText,
            SimpleNameSyntax simple => simple.Identifier.ValueText,
            _ => "",
        };

    private static bool IsKept(SyntaxToken modifier) =>
        modifier.Kind()
            is not (
                SyntaxKind.AsyncKeyword
                or SyntaxKind.AbstractKeyword
                or SyntaxKind.VirtualKeyword
                or SyntaxKind.OverrideKeyword
                or SyntaxKind.SealedKeyword
                or SyntaxKind.NewKeyword
            );

    private static ObjectCreationExpressionSyntax NotImplemented() =>
        SyntaxFactory
            .ObjectCreationExpression(SluiceNames.Write("System.NotImplementedException"))
            .WithNewKeyword(SyntaxFactory.Token(SyntaxKind.NewKeyword).WithTrailingTrivia(SyntaxFactory.Space))
            .WithArgumentList(SyntaxFactory.ArgumentList());

    // Keeps the indentation, and an empty line if the members of the type are separated by one, but not the other
    // stage's comments.
    private static IEnumerable<SyntaxTrivia> Leading(MethodDeclarationSyntax other)
    {
        var members = ((TypeDeclarationSyntax)other.Parent!).Members;
        if (members.Skip(1).Any(member => StartsWithEmptyLine(member.GetLeadingTrivia())))
        {
            yield return LineEnd(other.GetTrailingTrivia());
        }

        if (other.GetLeadingTrivia() is { Count: > 0 } leading && leading.Last().IsKind(SyntaxKind.WhitespaceTrivia))
        {
            yield return leading.Last();
        }
    }

    private static bool StartsWithEmptyLine(SyntaxTriviaList leading) =>
        leading.Count > 0 && leading[0].IsKind(SyntaxKind.EndOfLineTrivia);

    private static SyntaxTrivia LineEnd(SyntaxTriviaList trailing) =>
        trailing.Count > 0 && trailing.Last() is var last && last.IsKind(SyntaxKind.EndOfLineTrivia)
            ? last
            : SyntaxFactory.ElasticLineFeed;
}
