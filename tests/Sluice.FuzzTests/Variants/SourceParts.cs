using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;
using Sluice.FuzzTests.Programs;

namespace Sluice.FuzzTests.Variants;

/// <summary>The parts of a file that can be broken. Most are taken from the signatures of pipelines and their stages.</summary>
internal sealed class SourceParts
{
    private const int FocusPercent = 85;

    private readonly Dictionary<Type, (ImmutableArray<SyntaxNode> Focus, ImmutableArray<SyntaxNode> All)> _nodes = [];
    private readonly ImmutableArray<SyntaxToken> _focusTokens;
    private readonly ImmutableArray<SyntaxToken> _allTokens;

    public SourceParts(string text)
    {
        Root = ProgramCompilation.Parse(text, FuzzProgram.Path).GetRoot();
        _allTokens = [.. Root.DescendantTokens().Where(token => token.Span.Length > 0)];
        _focusTokens = [.. _allTokens.Where(token => IsFocus(token.Parent!))];
        Names =
        [
            .. _allTokens
                .Where(token => token.IsKind(SyntaxKind.IdentifierToken))
                .Select(token => token.Text)
                .Distinct()
                .Order(StringComparer.Ordinal),
        ];
    }

    /// <summary>The root of the file.</summary>
    public SyntaxNode Root { get; }

    /// <summary>The identifiers in the file.</summary>
    public ImmutableArray<string> Names { get; }

    /// <summary>Picks a token and the following one.</summary>
    public (SyntaxToken First, SyntaxToken Second)? PickTokens(Dice dice)
    {
        var tokens = dice.Chance(FocusPercent) && _focusTokens.Length > 0 ? _focusTokens : _allTokens;
        return tokens.IsEmpty ? null
            : dice.Pick(tokens) is var first ? (first, first.GetNextToken())
            : null;
    }

    /// <summary>Picks a node of the given kind.</summary>
    public TNode? Pick<TNode>(Dice dice)
        where TNode : SyntaxNode
    {
        if (!_nodes.TryGetValue(typeof(TNode), out var nodes))
        {
            ImmutableArray<SyntaxNode> all = [.. Root.DescendantNodes().OfType<TNode>()];
            nodes = ([.. all.Where(IsFocus)], all);
            _nodes.Add(typeof(TNode), nodes);
        }

        var candidates = dice.Chance(FocusPercent) && nodes.Focus.Length > 0 ? nodes.Focus : nodes.All;
        return candidates.IsEmpty ? null : (TNode)dice.Pick(candidates);
    }

    private static bool IsFocus(SyntaxNode node)
    {
        foreach (var ancestor in node.AncestorsAndSelf())
        {
            switch (ancestor)
            {
                case BlockSyntax or ArrowExpressionClauseSyntax or GlobalStatementSyntax:
                    return false;
                case TypeDeclarationSyntax type when IsPipelineOrSource(type):
                    return true;
                default:
                    break;
            }
        }

        return false;
    }

    private static bool IsPipelineOrSource(TypeDeclarationSyntax type) =>
        type
            .AttributeLists.Concat(type.Members.SelectMany(member => member.AttributeLists))
            .SelectMany(list => list.Attributes)
            .Any(attribute => attribute.Name.ToString() is "Pipeline" or "Stage");
}
