using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Sluice.Generators.Tests.Harness;

/// <summary>The program that the C# blocks of a document form, and its documented output.</summary>
/// <param name="Source">The program.</param>
/// <param name="Output">The text blocks, in order.</param>
internal sealed partial record DocumentedProgram(string Source, string Output)
{
    /// <summary>
    /// Reads a document. A block may declare types and use them. In a program, all statements come before all types, so the parts of
    /// the blocks are joined in this order.
    /// </summary>
    public static DocumentedProgram Of(string document)
    {
        var units = BlocksOf(document, "csharp").Select(code => SyntaxFactory.ParseCompilationUnit(code)).ToList();
        var members = units.SelectMany(unit => unit.Members).ToList();
        var parts = units
            .SelectMany(unit => unit.Usings)
            .Concat<SyntaxNode>(members.Where(member => member is GlobalStatementSyntax))
            .Concat(members.Where(member => member is not GlobalStatementSyntax));
        return new DocumentedProgram(
            string.Concat(parts.Select(part => part.ToFullString())),
            string.Concat(BlocksOf(document, "text"))
        );
    }

    private static IEnumerable<string> BlocksOf(string document, string language) =>
        Blocks()
            .Matches(document)
            .Where(block => block.Groups["language"].Value == language)
            .Select(block => block.Groups["code"].Value);

    [GeneratedRegex("^```(?<language>[a-z]+)\n(?<code>.*?)^```$", RegexOptions.Singleline | RegexOptions.Multiline)]
    private static partial Regex Blocks();
}
