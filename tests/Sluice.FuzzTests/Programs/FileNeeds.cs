using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Sluice.FuzzTests.Programs;

/// <summary>
/// The files of a project that a given file needs, found by the names in it. A program of a few files compiles in a fraction of the
/// time that the project takes.
/// </summary>
internal sealed class FileNeeds
{
    private readonly ILookup<string, SyntaxTree> _declared;
    private readonly Dictionary<SyntaxTree, ImmutableArray<SyntaxTree>> _needed = [];

    public FileNeeds(ImmutableArray<SyntaxTree> files) =>
        _declared = files
            .SelectMany(file => Declared(file).Distinct().Select(name => (Name: name, File: file)))
            .ToLookup(pair => pair.Name, pair => pair.File, StringComparer.Ordinal);

    /// <summary>Whether a file declares a pipeline.</summary>
    public static bool HasPipeline(SyntaxTree file) =>
        file.GetRoot()
            .DescendantNodes()
            .OfType<AttributeSyntax>()
            .Any(attribute => attribute is { Name: IdentifierNameSyntax { Identifier.Text: "Pipeline" } });

    /// <summary>The files that a file needs, without the file itself, ordered by path.</summary>
    public IEnumerable<SyntaxTree> Of(SyntaxTree file)
    {
        var found = new HashSet<SyntaxTree> { file };
        var open = new Stack<SyntaxTree>(found);
        while (open.TryPop(out var current))
        {
            foreach (var needed in NeededBy(current))
            {
                if (found.Add(needed))
                {
                    open.Push(needed);
                }
            }
        }

        found.Remove(file);
        return found.OrderBy(needed => needed.FilePath, StringComparer.Ordinal);
    }

    private ImmutableArray<SyntaxTree> NeededBy(SyntaxTree file)
    {
        if (!_needed.TryGetValue(file, out var needed))
        {
            needed = [.. Identifiers(file).Distinct().SelectMany(name => _declared[name]).Distinct()];
            _needed.Add(file, needed);
        }

        return needed;
    }

    // A nested type is used together with its containing type or in the same file. An attribute is used without its suffix.
    private static IEnumerable<string> Declared(SyntaxTree file) =>
        file.GetRoot()
            .DescendantNodes()
            .SelectMany(node =>
                node switch
                {
                    { Parent: TypeDeclarationSyntax } and (BaseTypeDeclarationSyntax or DelegateDeclarationSyntax) =>
                    [],
                    BaseTypeDeclarationSyntax type => Names(type.Identifier.Text),
                    DelegateDeclarationSyntax type => [type.Identifier.Text],
                    MethodDeclarationSyntax method when IsExtension(method) => [method.Identifier.Text],
                    _ => [],
                }
            );

    private static string[] Names(string type) =>
        type.EndsWith("Attribute", StringComparison.Ordinal) ? [type, type[..^"Attribute".Length]] : [type];

    private static bool IsExtension(MethodDeclarationSyntax method) =>
        method.ParameterList.Parameters is [{ } first, ..] && first.Modifiers.Any(SyntaxKind.ThisKeyword);

    private static IEnumerable<string> Identifiers(SyntaxTree file) =>
        file.GetRoot()
            .DescendantTokens()
            .Where(token => token.IsKind(SyntaxKind.IdentifierToken))
            .Select(token => token.ValueText);
}
