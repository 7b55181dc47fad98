using Sluice.Tests.Shared;

namespace Sluice.PackageTests;

/// <summary>User projects outside the repository, with a package feed that contains the packages under test.</summary>
public sealed class Workspace : IAsyncLifetime, IDisposable
{
    private readonly TemporaryFolder _folder = new();

    /// <summary>The package file of Sluice.</summary>
    public string Package => PackageOf("Sluice");

    /// <summary>The package file of Sluice.RateLimiting.</summary>
    public string RateLimitingPackage => PackageOf("Sluice.RateLimiting");

    /// <summary>The package file of Sluice.Logging.</summary>
    public string LoggingPackage => PackageOf("Sluice.Logging");

    /// <summary>The files in the folder into which the packages were packed.</summary>
    public IReadOnlyList<string> PackedFiles { get; private set; } = [];

    /// <summary>The version of the packages.</summary>
    public string Version => Path.GetFileNameWithoutExtension(Package)["Sluice.".Length..];

    /// <inheritdoc/>
    public async Task InitializeAsync()
    {
        _folder.CopyFrom(Repository.PathOf("tests", "Sluice.PackageTests", "Projects"));
        await PackAsync("Sluice");
        PackedFiles = Directory.GetFiles(_folder["feed"]);
        await PackAsync("Sluice.RateLimiting");
        await PackAsync("Sluice.Logging");
        foreach (var dependency in Directory.GetFiles(Path.Combine(AppContext.BaseDirectory, "feed")))
        {
            File.Copy(dependency, Path.Combine(_folder["feed"], Path.GetFileName(dependency)));
        }

        await SucceedAsync(
            _folder["Library"],
            "pack",
            "-c",
            "Release",
            "-o",
            _folder["feed"],
            $"-p:SluiceVersion={Version}"
        );
    }

    /// <inheritdoc/>
    public Task DisposeAsync() => Task.CompletedTask;

    /// <inheritdoc/>
    public void Dispose() => _folder.Dispose();

    /// <summary>The source files of a project.</summary>
    internal string[] FilesOf(string project) => Directory.GetFiles(_folder[project], "*.cs");

    /// <summary>Builds a project from scratch, as its user would.</summary>
    internal Task<ProcessRun> BuildAsync(string project, params string[] arguments) =>
        ProcessRun.DotnetAsync(
            _folder[project],
            ["build", "--no-incremental", $"-p:SluiceVersion={Version}", .. arguments]
        );

    /// <summary>Restores the packages of a project.</summary>
    internal Task<ProcessRun> RestoreAsync(string project, params string[] arguments) =>
        ProcessRun.DotnetAsync(_folder[project], ["restore", $"-p:SluiceVersion={Version}", .. arguments]);

    /// <summary>Runs the program that a debug build produced.</summary>
    internal Task<ProcessRun> StartAsync(string project) =>
        ProcessRun.StartAsync("dotnet", _folder[project], Path.Combine("bin", "Debug", "net10.0", $"{project}.dll"));

    /// <summary>Runs the program that a release build produced.</summary>
    internal Task<ProcessRun> StartReleasedAsync(string project, IReadOnlyDictionary<string, string> environment) =>
        ProcessRun.StartAsync(
            "dotnet",
            _folder[project],
            environment,
            Path.Combine("bin", "Release", "net10.0", $"{project}.dll")
        );

    /// <summary>The path of a file next to the projects.</summary>
    internal string PathOf(string file) => _folder[file];

    private Task PackAsync(string project) =>
        SucceedAsync(Repository.Root, "pack", Path.Combine("src", project), "-c", "Release", "-o", _folder["feed"]);

    // The rest of the file name begins with the version.
    private string PackageOf(string name) =>
        Directory
            .GetFiles(_folder["feed"], $"{name}.*.nupkg")
            .Single(file => char.IsAsciiDigit(Path.GetFileName(file)[name.Length + 1]));

    private static async Task SucceedAsync(string folder, params string[] arguments)
    {
        var run = await ProcessRun.DotnetAsync(folder, arguments);
        Assert.True(run.ExitCode == 0, run.Report);
    }
}
