using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Editing;

namespace Sluice.CodeFixes;

/// <summary>
/// Selects one of several producers, or confirms the input that is an output: with <c>[From]</c> on a parameter, with
/// <c>[return: From]</c> on an output, or with the name of a tuple's element.
/// </summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
public sealed class ProducerFix() : PipelineFix("SLU0006", "SLU0048")
{
    private protected override IEnumerable<FixChange> FindChanges(FixPlace place)
    {
        foreach (var producer in place.Choices)
        {
            if (Mend(place, producer) is { } root)
            {
                yield return new FixChange($"Take it from '{producer}'", producer, _ => place.With(root));
            }
        }
    }

    private static SyntaxNode? Mend(FixPlace place, string producer)
    {
        var type = place.Node.FirstAncestorOrSelf<TypeDeclarationSyntax>();
        if (type is null)
        {
            return null;
        }

        if (place.OutputElement() is { } element)
        {
            return Rename(element, NameOf(producer, place.Choices)) is { } renamed
                ? place.Root.ReplaceNode(element, renamed)
                : null;
        }

        var generator = SyntaxGenerator.GetGenerator(place.Document);
        var from = SluiceNames.Attribute(
            SluiceNames.From,
            SluiceNames.NameOf(place.Model.GetDeclaredSymbol(type), producer)
        );
        return place.Parameter is { } parameter
                ? place.Root.ReplaceNode(parameter, generator.AddAttributes(parameter, from))
            : place.OutputType() is not null
                ? place.Root.ReplaceNode(place.Node, generator.AddReturnAttributes(place.Node, from))
            : null;
    }

    // A producer that is named with its member is selected by the member's name, if that distinguishes it.
    private static string NameOf(string producer, string[] producers)
    {
        var dot = producer.LastIndexOf('.');
        if (dot < 0)
        {
            return producer;
        }

        var member = producer.Substring(0, dot);
        var isAlone =
            producers.Count(other => other.StartsWith(member + ".", StringComparison.OrdinalIgnoreCase)) == 1
            && !producers.Contains(member, StringComparer.OrdinalIgnoreCase);
        return member.TrimStart('_') + (isAlone ? "" : Pascal(producer.Substring(dot + 1)));
    }

    private static string Pascal(string name) => char.ToUpperInvariant(name[0]) + name.Substring(1);

    // The first letter has the same case as in the other elements.
    private static TupleElementSyntax? Rename(TupleElementSyntax element, string producer)
    {
        var others = ((TupleTypeSyntax)element.Parent!).Elements.Where(other => other != element).ToList();
        var isLower = others.Exists(other =>
            other.Identifier.Text.Length > 0 && char.IsLower(other.Identifier.Text[0])
        );
        var name =
            producer.Length == 0 ? producer
            : isLower ? char.ToLowerInvariant(producer[0]) + producer.Substring(1)
            : Pascal(producer);
        return
            SyntaxFacts.IsValidIdentifier(name)
            && !others.Exists(other =>
                string.Equals(other.Identifier.ValueText, name, StringComparison.OrdinalIgnoreCase)
            )
            ? element
                .WithType(element.Type.WithTrailingTrivia(SyntaxFactory.Space))
                .WithIdentifier(SyntaxFactory.Identifier(SluiceNames.Escaped(name)))
            : null;
    }
}
