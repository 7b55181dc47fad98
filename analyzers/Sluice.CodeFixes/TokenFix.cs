using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Sluice.CodeFixes;

/// <summary>Adds a CancellationToken parameter to a stage, so that it can observe its timeout.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
public sealed class TokenFix() : PipelineFix("SLU0040")
{
    private static readonly string[] Names = ["cancellationToken", "token", "stageToken"];

    private protected override IEnumerable<FixChange> FindChanges(FixPlace place)
    {
        // An override cannot change its parameters.
        if (
            place.Node is MethodDeclarationSyntax method
            && !method.Modifiers.Any(SyntaxKind.OverrideKeyword)
            && FreeName(method) is { } name
        )
        {
            var mended = method.WithParameterList(WithToken(method.ParameterList, name));
            yield return new FixChange(
                "Take a CancellationToken",
                nameof(TokenFix),
                _ => place.With(place.Root.ReplaceNode(method, mended))
            );
        }
    }

    private static string? FreeName(MethodDeclarationSyntax method) =>
        Names.FirstOrDefault(name =>
            !method.DescendantTokens().Any(token => string.Equals(token.ValueText, name, StringComparison.Ordinal))
        );

    // The token is the last parameter, except for a params array, which must come last. After optional parameters, it
    // is optional as well.
    private static ParameterListSyntax WithToken(ParameterListSyntax list, string name)
    {
        var parameters = list.Parameters;
        var isOptional = parameters.Any(parameter => parameter.Default is not null);
        var token = SyntaxFactory
            .Parameter(SyntaxFactory.Identifier(name))
            .WithType(SluiceNames.Write("System.Threading.CancellationToken").WithTrailingTrivia(SyntaxFactory.Space));
        if (isOptional)
        {
            token = token.WithDefault(
                SyntaxFactory.EqualsValueClause(
                    SyntaxFactory
                        .Token(SyntaxKind.EqualsToken)
                        .WithLeadingTrivia(SyntaxFactory.Space)
                        .WithTrailingTrivia(SyntaxFactory.Space),
                    SyntaxFactory.LiteralExpression(SyntaxKind.DefaultLiteralExpression)
                )
            );
        }

        var end = parameters.Count;
        if (end > 0 && parameters[end - 1].Modifiers.Any(SyntaxKind.ParamsKeyword))
        {
            end--;
        }

        var all = parameters.Insert(end, token);
        return list.WithParameters(
            SyntaxFactory.SeparatedList(
                all,
                Enumerable.Repeat(
                    SyntaxFactory.Token(SyntaxKind.CommaToken).WithTrailingTrivia(SyntaxFactory.Space),
                    all.Count - 1
                )
            )
        );
    }
}
