using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Sluice.Generators.Tests.Harness;

/// <summary>Extracts the emitted code for the policies of stages.</summary>
internal static class EmittedPolicies
{
    // The directive precedes the next member, which can be any member.
    private const string EndOfView = "        #pragma warning restore CA1815\n";

    /// <summary>
    /// The complete members for policies, preceded by the lines of other members that call or mention them. The remaining emitted
    /// code has its own snapshots.
    /// </summary>
    public static string Of(GeneratorRun run)
    {
        var members = run
            .Result.GeneratedSources.SelectMany(source =>
                CSharpSyntaxTree
                    .ParseText(source.SourceText)
                    .GetCompilationUnitRoot()
                    .DescendantNodes()
                    .OfType<TypeDeclarationSyntax>()
                    .Where(type => type.Members.Any(IsEntryPoint))
                    .SelectMany(type => type.Members)
            )
            .ToList();
        var lines = members
            .Where(member => !IsForPolicies(member))
            .SelectMany(member => member.ToFullString().Split('\n'))
            .Select(line => line.Trim())
            .Where(IsAboutPolicies)
            .ToList();
        Assert.NotEmpty(lines);
        return $"// {string.Join("\n// ", lines)}\n"
            + string.Concat(
                members
                    .Where(IsForPolicies)
                    .Select(member => member.ToFullString().Replace(EndOfView, "", StringComparison.Ordinal))
            );
    }

    private static bool IsEntryPoint(MemberDeclarationSyntax member) =>
        member.AttributeLists.ToString().Contains("GeneratedEntryPoint", StringComparison.Ordinal);

    private static bool IsForPolicies(MemberDeclarationSyntax member) =>
        member switch
        {
            FieldDeclarationSyntax => true,
            MethodDeclarationSyntax method => method.Identifier.Text.Contains("WithPolicies", StringComparison.Ordinal)
                || method.Identifier.Text.EndsWith("Attempt", StringComparison.Ordinal),
            PropertyDeclarationSyntax property => property.Identifier.Text.EndsWith("Circuit", StringComparison.Ordinal)
                || property.Identifier.Text == "Policies",
            StructDeclarationSyntax type => type.Identifier.Text.EndsWith("Call", StringComparison.Ordinal),
            ClassDeclarationSyntax type => type.Identifier.Text is "PolicyData" or "PolicyState",
            _ => false,
        };

    private static bool IsAboutPolicies(string line) =>
        line.Contains("WithPolicies", StringComparison.Ordinal)
        || line.Contains("{ Policies = ", StringComparison.Ordinal)
        || (line.StartsWith("/// ", StringComparison.Ordinal) && line.Contains(" with ", StringComparison.Ordinal));
}
