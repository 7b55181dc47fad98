using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Sluice.CodeFixes;

/// <summary>Finds unused names for the stages of new branches.</summary>
/// <param name="model">The semantic model of the document.</param>
/// <param name="branch">The stage after which the new stages are added.</param>
internal sealed class BranchNames(SemanticModel model, MethodDeclarationSyntax branch)
{
    private readonly HashSet<string> _given = [];

    /// <summary>Returns a name for the stage that runs for a member of an enum.</summary>
    public string For(string member)
    {
        var suffix = branch.Identifier.ValueText.EndsWith(SluiceNames.Async, StringComparison.Ordinal)
            ? SluiceNames.Async
            : "";
        var name = member + suffix;
        for (var number = 1; !IsFree(name); number++)
        {
            name = "On" + member + (number == 1 ? "" : number.ToString(CultureInfo.InvariantCulture)) + suffix;
        }

        _ = _given.Add(name);
        return name;
    }

    private bool IsFree(string name) =>
        !_given.Contains(name) && model.LookupSymbols(branch.SpanStart, name: name).IsEmpty;
}
