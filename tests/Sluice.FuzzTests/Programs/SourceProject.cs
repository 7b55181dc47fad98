using System.Collections.Immutable;
using System.Xml.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Sluice.FuzzTests.Programs;

/// <summary>A project of this repository that declares pipelines, read from its files.</summary>
/// <param name="Name">The name of the project.</param>
/// <param name="Files">The files of the project, ordered by path.</param>
/// <param name="Usings">The namespaces that each file uses.</param>
/// <param name="IsProgram">Whether the project is a program.</param>
internal sealed record SourceProject(
    string Name,
    ImmutableArray<SyntaxTree> Files,
    ImmutableArray<string> Usings,
    bool IsProgram
)
{
    private static readonly string[] Folders =
    [
        "samples/DocumentSearch",
        "tests/Sluice.FaultTests",
        "tests/Sluice.FunctionalTests",
    ];

    /// <summary>The projects whose pipelines are varied and recorded.</summary>
    public static IEnumerable<SourceProject> All() => Folders.Select(Read);

    /// <summary>Reads a project from its folder.</summary>
    public static SourceProject Read(string folder)
    {
        var root = Repository.PathOf(folder);
        var name = Path.GetFileName(folder);
        var project = XDocument.Load(Path.Combine(root, name + ".csproj"));
        var included = Included(project, "Compile").SelectMany(pattern => Find(root, pattern));
        return new SourceProject(
            name,
            [
                .. Find(root, "**/*.cs")
                    .Concat(included)
                    .Select(path =>
                        (Path: path, Relative: Path.GetRelativePath(Repository.Root, path).Replace('\\', '/'))
                    )
                    .OrderBy(file => file.Relative, StringComparer.Ordinal)
                    .Select(file => ProgramCompilation.Parse(File.ReadAllText(file.Path), file.Relative)),
            ],
            [.. ProgramCompilation.ImplicitUsings, .. Included(project, "Using")],
            project.Descendants("OutputType").Any(type => type.Value == "Exe")
        );
    }

    /// <summary>Creates a compilation of the whole project.</summary>
    public CSharpCompilation Compile() => ProgramCompilation.Of(Files, Usings, IsProgram);

    /// <summary>A program for each file with pipelines, consisting of that file and the files that it needs.</summary>
    public IEnumerable<FuzzProgram> Programs()
    {
        var needs = new FileNeeds(Files);
        return Files
            .Where(FileNeeds.HasPipeline)
            .Select(file => new FuzzProgram(
                file.FilePath,
                file.ToString(),
                ProgramCompilation.Of(needs.Of(file), Usings, isProgram: false)
            ));
    }

    private static IEnumerable<string> Included(XDocument project, string item) =>
        project.Descendants(item).Attributes("Include").Select(include => include.Value);

    private static IEnumerable<string> Find(string root, string pattern)
    {
        var isDeep = pattern.Contains("**", StringComparison.Ordinal);
        var folder = Path.GetFullPath(
            Path.Combine(root, Path.GetDirectoryName(pattern.Replace("**/", "", StringComparison.Ordinal))!)
        );
        return Directory
            .EnumerateFiles(
                folder,
                Path.GetFileName(pattern),
                isDeep ? SearchOption.AllDirectories : SearchOption.TopDirectoryOnly
            )
            .Where(path => !Path.GetRelativePath(folder, path).Split(Path.DirectorySeparatorChar).Any(IsOutput));
    }

    private static bool IsOutput(string part) => part is "bin" or "obj";
}
