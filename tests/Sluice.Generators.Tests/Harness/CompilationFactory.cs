using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Sluice.Generators.Tests.Harness;

/// <summary>Creates compilations and drivers with the settings of a strict user project.</summary>
internal static class CompilationFactory
{
    private const string ImplicitUsings = """
        global using System;
        global using System.Collections.Generic;
        global using System.IO;
        global using System.Linq;
        global using System.Threading;
        global using System.Threading.Tasks;
        global using Sluice;
        """;

    private static readonly ImmutableArray<MetadataReference> Framework = FindFramework();

    /// <summary>Compiles files without the generator.</summary>
    public static CSharpCompilation Compile(GeneratorInput input, string assemblyName = "UserProject")
    {
        var parseOptions = ParseOptions(input.LanguageVersion);
        return CSharpCompilation.Create(
            assemblyName,
            input
                .Sources.Prepend(ImplicitUsings)
                .Select(
                    (source, index) =>
                        CSharpSyntaxTree.ParseText(source, parseOptions, $"File{index}.cs", System.Text.Encoding.UTF8)
                ),
            Framework.AddRange(input.References),
            new CSharpCompilationOptions(
                input.IsProgram ? OutputKind.ConsoleApplication : OutputKind.DynamicallyLinkedLibrary,
                nullableContextOptions: input.IsNullable
                    ? NullableContextOptions.Enable
                    : NullableContextOptions.Disable,
                warningLevel: 9999,
                deterministic: true
            )
        );
    }

    /// <summary>Parses the same files again. The result shares only the text with the old compilation.</summary>
    public static Compilation Clone(Compilation compilation) =>
        compilation
            .RemoveAllSyntaxTrees()
            .AddSyntaxTrees(
                compilation.SyntaxTrees.Select(tree =>
                    CSharpSyntaxTree.ParseText(
                        tree.ToString(),
                        (CSharpParseOptions)tree.Options,
                        tree.FilePath,
                        System.Text.Encoding.UTF8
                    )
                )
            );

    /// <summary>Replaces the text of one file in a compilation.</summary>
    /// <param name="compilation">The compilation.</param>
    /// <param name="file">The position of the file among the sources of the test.</param>
    /// <param name="edit">Returns the new text for the old one.</param>
    public static Compilation Edit(Compilation compilation, int file, Func<string, string> edit)
    {
        var tree = compilation.SyntaxTrees.ElementAt(file + 1);
        var before = tree.ToString();
        var after = edit(before);
        Assert.NotEqual(before, after);
        return compilation.ReplaceSyntaxTree(
            tree,
            CSharpSyntaxTree.ParseText(
                after,
                (CSharpParseOptions)tree.Options,
                tree.FilePath,
                System.Text.Encoding.UTF8
            )
        );
    }

    /// <summary>Creates a driver that tracks its steps.</summary>
    public static GeneratorDriver CreateDriver(GeneratorInput input, PipelineGenerator? generator = null) =>
        CSharpGeneratorDriver.Create(
            [(generator ?? new PipelineGenerator()).AsSourceGenerator(), .. input.OtherGenerators],
            parseOptions: ParseOptions(input.LanguageVersion),
            optionsProvider: new ProjectProperties(input.Properties),
            driverOptions: new GeneratorDriverOptions(
                IncrementalGeneratorOutputKind.None,
                trackIncrementalGeneratorSteps: true
            )
        );

    /// <summary>Whether a result comes from the generator under test.</summary>
    public static bool IsOurs(GeneratorRunResult result) =>
        result.Generator.GetGeneratorType() == typeof(PipelineGenerator);

    private static CSharpParseOptions ParseOptions(LanguageVersion version) => new(version, DocumentationMode.Diagnose);

    private static ImmutableArray<MetadataReference> FindFramework()
    {
        var folder = Path.GetDirectoryName(typeof(object).Assembly.Location)!;
        var trusted = (string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!;
        return
        [
            .. trusted
                .Split(Path.PathSeparator)
                .Where(path => string.Equals(Path.GetDirectoryName(path), folder, StringComparison.Ordinal))
                .Append(typeof(PipelineAttribute).Assembly.Location)
                .Select(path => MetadataReference.CreateFromFile(path)),
        ];
    }
}
