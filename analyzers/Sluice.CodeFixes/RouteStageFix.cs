using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Editing;

namespace Sluice.CodeFixes;

/// <summary>
/// Adds a stage for each enum member for which none runs, after the last stage that the route selects and with the same
/// signature. The takers of that stage's value take those of the new stages as well.
/// </summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
public sealed class RouteStageFix() : PipelineFix("SLU0031")
{
    private protected override IEnumerable<FixChange> FindChanges(FixPlace place)
    {
        if (
            place.Node is MethodDeclarationSyntax { Parent: TypeDeclarationSyntax type } method
            && place.Model.GetDeclaredSymbol(method) is IMethodSymbol route
            && OutputTypes.ValueOf(route.ReturnType) is INamedTypeSymbol { TypeKind: TypeKind.Enum } members
            && Branch.FindLast(type, route, place.Model) is { } last
        )
        {
            var title = place.Choices.Length == 1 ? $"Add a stage for {place.Choices[0]}" : "Add the missing stages";
            yield return new FixChange(title, nameof(RouteStageFix), _ => place.With(Add(place, type, last, members)));
        }
    }

    private static SyntaxNode Add(FixPlace place, TypeDeclarationSyntax type, Branch last, INamedTypeSymbol members)
    {
        var editor = new SyntaxEditor(place.Root, place.Document.Project.Solution.Services);
        var names = new BranchNames(place.Model, last.Stage);
        var added = place.Choices.Select(member => (Member: member, Name: names.For(member))).ToList();
        editor.InsertAfter(
            last.Stage,
            added.Select(stage => BranchStage.Write(last, stage.Name, members, stage.Member))
        );
        new BranchTakers(editor, place.Model, type, last.Stage).Take([.. added.Select(stage => stage.Name)]);
        return editor.GetChangedRoot();
    }
}
