using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;

namespace Sluice.FuzzTests.Variants;

/// <summary>The states of a file while it is typed: tokens are missing, duplicated, or in the wrong order.</summary>
internal static class TokenMutations
{
    private static readonly string[] Identifiers = ["@class", "@await", "field", "value", "System", "Sluice", "_", "Ä"];

    /// <summary>All mutations of tokens.</summary>
    public static ImmutableArray<Mutation> All { get; } =
    [
        new(
            "end the file before",
            8,
            (dice, parts) =>
                parts.PickTokens(dice) is var (token, _)
                    ? [new TextChange(TextSpan.FromBounds(token.SpanStart, parts.Root.FullSpan.End), "")]
                    : null
        ),
        new(
            "remove the token",
            10,
            (dice, parts) => parts.PickTokens(dice) is var (token, _) ? [new TextChange(token.Span, "")] : null
        ),
        new(
            "double the token",
            7,
            (dice, parts) =>
                parts.PickTokens(dice) is var (token, _)
                    ? [new TextChange(token.Span, $"{token.Text} {token.Text}")]
                    : null
        ),
        new(
            "swap the tokens",
            7,
            (dice, parts) =>
                parts.PickTokens(dice) is var (first, second) && second.Span.Length > 0
                    ? [new TextChange(first.Span, second.Text), new TextChange(second.Span, first.Text)]
                    : null
        ),
        new("put another name", 8, ReplaceName),
    ];

    private static TextChange[]? ReplaceName(Dice dice, SourceParts parts)
    {
        for (var attempt = 0; attempt < 10; attempt++)
        {
            if (parts.PickTokens(dice) is var (token, _) && token.IsKind(SyntaxKind.IdentifierToken))
            {
                return [new TextChange(token.Span, dice.Chance(20) ? dice.Pick(Identifiers) : dice.Pick(parts.Names))];
            }
        }

        return null;
    }
}
