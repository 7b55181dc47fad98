using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Sluice.CodeFixes;

/// <summary>Removes a policy that does nothing, as it stands on a method that is no stage.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
public sealed class StrayPolicyFix() : PipelineFix("SLU0044")
{
    private protected override IEnumerable<FixChange> FindChanges(FixPlace place)
    {
        if (
            place.Node is MethodDeclarationSyntax method
            && place.Name is { } name
            && PolicyNames
                .Attributes(method, place.Model)
                .FirstOrDefault(attribute =>
                    string.Equals(PolicyNames.NameOf(attribute, place.Model), name, StringComparison.Ordinal)
                )
                is { } policy
        )
        {
            var without = Without(method, policy);
            yield return new FixChange(
                $"Remove [{name}]",
                name,
                _ => place.With(place.Root.ReplaceNode(method, without))
            );
        }
    }

    // What is first now stands where the first thing stood.
    private static MethodDeclarationSyntax Without(MethodDeclarationSyntax method, AttributeSyntax policy)
    {
        var list = (AttributeListSyntax)policy.Parent!;
        var lists =
            list.Attributes.Count == 1
                ? method.AttributeLists.Remove(list)
                : method.AttributeLists.Replace(
                    list,
                    list.WithAttributes(list.Attributes.Remove(policy)).WithTriviaFrom(list)
                );
        return method.WithAttributeLists(lists).WithLeadingTrivia(method.GetLeadingTrivia());
    }
}
