using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Sluice.FuzzTests.Programs;

/// <summary>The programs that tests of the compiler contain as string literals, with the other files of each test.</summary>
internal static class TestLiterals
{
    private const string ShopFile = "tests/Sluice.Generators.Tests/Harness/Shop.cs";

    /// <summary>The programs in the tests of a folder.</summary>
    public static IEnumerable<FuzzProgram> Of(string folder)
    {
        var shop = Literals(Read(Repository.PathOf(ShopFile))).Single().Token.ValueText;
        return Directory
            .EnumerateFiles(Repository.PathOf(folder), "*.cs", SearchOption.AllDirectories)
            .Where(path =>
                !path.Contains(
                    $"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}",
                    StringComparison.Ordinal
                ) && !path.EndsWith("ed.cs", StringComparison.Ordinal)
            )
            .Order(StringComparer.Ordinal)
            .SelectMany(path =>
                Literals(Read(path))
                    .Where(literal => literal.Token.ValueText.Contains("[Pipeline", StringComparison.Ordinal))
                    .Select((literal, index) => Program(path, index, literal, shop))
            );
    }

    private static FuzzProgram Program(string path, int index, LiteralExpressionSyntax literal, string shop)
    {
        var text = literal.Token.ValueText;
        var beside = Beside(literal).ToList();
        if (text.Contains("namespace Shop", StringComparison.Ordinal))
        {
            beside.Add(shop);
        }

        return new FuzzProgram(
            $"{Path.GetRelativePath(Repository.Root, path).Replace('\\', '/')}#{index}",
            text,
            ProgramCompilation.Of(
                beside.Select((source, place) => ProgramCompilation.Parse(source, $"Beside{place}.cs")),
                [.. ProgramCompilation.ImplicitUsings, "Sluice"],
                isProgram: false
            )
        );
    }

    // The other files of a program are other arguments of the same call.
    private static IEnumerable<string> Beside(LiteralExpressionSyntax literal) =>
        literal.Parent is ArgumentSyntax { Parent: ArgumentListSyntax list } own
            ? list
                .Arguments.Where(argument => argument != own)
                .Select(argument => argument.Expression)
                .OfType<LiteralExpressionSyntax>()
                .Where(IsSource)
                .Select(other => other.Token.ValueText)
            : [];

    private static bool IsSource(LiteralExpressionSyntax literal) =>
        literal.Token.IsKind(SyntaxKind.MultiLineRawStringLiteralToken);

    private static IEnumerable<LiteralExpressionSyntax> Literals(SyntaxNode root) =>
        root.DescendantNodes().OfType<LiteralExpressionSyntax>().Where(IsSource);

    private static SyntaxNode Read(string path) => ProgramCompilation.Parse(File.ReadAllText(path), path).GetRoot();
}
