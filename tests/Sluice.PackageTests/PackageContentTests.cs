using System.IO.Compression;
using System.Xml.Linq;

namespace Sluice.PackageTests;

[Collection(nameof(WorkspaceGroup))]
public sealed class PackageContentTests(Workspace workspace)
{
    private static readonly string[] Expected =
    [
        "README.md",
        "Sluice.nuspec",
        "analyzers/dotnet/cs/Sluice.Analyzers.dll",
        "analyzers/dotnet/cs/Sluice.CodeFixes.dll",
        "analyzers/dotnet/cs/Sluice.Compiler.dll",
        "analyzers/dotnet/cs/Sluice.Generators.dll",
        "build/net8.0/Sluice.targets",
        "buildTransitive/net8.0/Sluice.targets",
        "icon.png",
        "lib/net10.0/Sluice.dll",
        "lib/net10.0/Sluice.xml",
        "lib/net8.0/Sluice.dll",
        "lib/net8.0/Sluice.xml",
    ];

    [Fact]
    public void Packing_makes_one_file() => Assert.Equal([workspace.Package], workspace.PackedFiles);

    [Fact]
    public void The_package_holds_runtime_and_compiler_and_nothing_else()
    {
        using var package = ZipFile.OpenRead(workspace.Package);

        Assert.Equal(
            Expected,
            package
                .Entries.Select(entry => entry.FullName)
                .Where(name => !IsEnvelope(name))
                .Order(StringComparer.Ordinal)
        );
    }

    [Fact]
    public void The_package_depends_on_nothing_and_says_what_it_is()
    {
        using var package = ZipFile.OpenRead(workspace.Package);
        using var stream = package.GetEntry("Sluice.nuspec")!.Open();
        var elements = XDocument.Load(stream).Descendants().ToLookup(element => element.Name.LocalName);

        Assert.Empty(elements["dependency"]);
        Assert.Empty(elements["developmentDependency"]);
        Assert.Equal("Sluice", elements["id"].Single().Value);
        Assert.Equal("MIT", elements["license"].Single().Value);
        Assert.Equal("README.md", elements["readme"].Single().Value);
        Assert.NotEmpty(elements["description"].Single().Value);
        Assert.Equal("icon.png", elements["icon"].Single().Value);
        Assert.Equal(
            "https://github.com/sluice-dotnet/sluice",
            elements["repository"].Single().Attribute("url")!.Value
        );
    }

    [Fact]
    public void Every_link_of_a_package_s_readme_is_absolute_because_it_is_shown_elsewhere()
    {
        foreach (var file in new[] { workspace.Package, workspace.RateLimitingPackage, workspace.LoggingPackage })
        {
            using var package = ZipFile.OpenRead(file);
            using var reader = new StreamReader(package.GetEntry("README.md")!.Open());

            Assert.DoesNotMatch(@"\]\((?!https://)", reader.ReadToEnd());
        }
    }

    [Fact]
    public void The_package_of_rate_limits_brings_its_runtime_and_what_it_is_built_on() =>
        AssertBrings(workspace.RateLimitingPackage, "Sluice.RateLimiting", "System.Threading.RateLimiting");

    [Fact]
    public void The_package_of_logs_brings_its_runtime_and_what_it_is_built_on() =>
        AssertBrings(workspace.LoggingPackage, "Sluice.Logging", "Microsoft.Extensions.Logging.Abstractions");

    private static void AssertBrings(string file, string name, string dependency)
    {
        using var package = ZipFile.OpenRead(file);
        using var stream = package.GetEntry($"{name}.nuspec")!.Open();
        var dependencies = XDocument
            .Load(stream)
            .Descendants()
            .Where(element => element.Name.LocalName == "dependency")
            .Select(element =>
                $"{element.Attribute("id")!.Value} for {element.Parent!.Attribute("targetFramework")!.Value}"
            );

        Assert.Equal(
            [
                "README.md",
                $"{name}.nuspec",
                "icon.png",
                $"lib/net10.0/{name}.dll",
                $"lib/net10.0/{name}.xml",
                $"lib/net8.0/{name}.dll",
                $"lib/net8.0/{name}.xml",
            ],
            package
                .Entries.Select(entry => entry.FullName)
                .Where(entry => !IsEnvelope(entry))
                .Order(StringComparer.Ordinal)
        );
        Assert.Equal(
            new[]
            {
                $"{dependency} for net10.0",
                $"{dependency} for net8.0",
                "Sluice for net10.0",
                "Sluice for net8.0",
            }.Order(StringComparer.Ordinal),
            dependencies.Order(StringComparer.Ordinal)
        );
    }

    // The files that every package has, whatever its content.
    private static bool IsEnvelope(string name) =>
        name is "[Content_Types].xml"
        || name.StartsWith("_rels/", StringComparison.Ordinal)
        || name.StartsWith("package/", StringComparison.Ordinal);
}
