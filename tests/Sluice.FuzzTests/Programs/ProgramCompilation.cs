using System.Collections.Immutable;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;

namespace Sluice.FuzzTests.Programs;

/// <summary>Creates compilations. All derive from one compilation that has resolved the references, so they are read only once.</summary>
internal static class ProgramCompilation
{
    /// <summary>The parse options of all programs: the newest language version that the C# compiler supports.</summary>
    public static readonly CSharpParseOptions ParseOptions = new(LanguageVersion.Preview, DocumentationMode.Parse);

    /// <summary>The namespaces that each program uses.</summary>
    public static readonly ImmutableArray<string> ImplicitUsings =
    [
        "System",
        "System.Collections.Generic",
        "System.IO",
        "System.Linq",
        "System.Net.Http",
        "System.Threading",
        "System.Threading.Tasks",
    ];

    private static readonly string[] UnreferencedAssemblies =
    [
        "Microsoft.CodeAnalysis",
        "Sluice.Analyzers",
        "Sluice.CodeFixes",
        "Sluice.Compiler",
        "Sluice.FuzzTests",
        "Sluice.Generators",
    ];

    private static readonly CSharpCompilation EmptyCompilation = CSharpCompilation.Create(
        "UserProject",
        references: ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!)
            .Split(Path.PathSeparator)
            .Where(path =>
                !Array.Exists(
                    UnreferencedAssemblies,
                    name => Path.GetFileName(path).StartsWith(name, StringComparison.Ordinal)
                )
            )
            .Select(path => MetadataReference.CreateFromFile(path)),
        options: new CSharpCompilationOptions(
            OutputKind.DynamicallyLinkedLibrary,
            nullableContextOptions: NullableContextOptions.Enable,
            allowUnsafe: true,
            deterministic: true
        )
    );

    /// <summary>Parses a file.</summary>
    public static SyntaxTree Parse(string text, string path) =>
        CSharpSyntaxTree.ParseText(SourceText.From(text, Encoding.UTF8), ParseOptions, path);

    /// <summary>Creates a compilation.</summary>
    /// <param name="trees">The files.</param>
    /// <param name="usings">The namespaces that each file uses.</param>
    /// <param name="isProgram">Whether top-level statements are allowed.</param>
    public static CSharpCompilation Of(IEnumerable<SyntaxTree> trees, IEnumerable<string> usings, bool isProgram)
    {
        var text = string.Concat(usings.Select(name => $"global using {name};\n"));
        var compilation = EmptyCompilation.AddSyntaxTrees([Parse(text, "Usings.cs"), .. trees]);
        return isProgram
            ? compilation.WithOptions(compilation.Options.WithOutputKind(OutputKind.ConsoleApplication))
            : compilation;
    }
}
