using System.Diagnostics;
using System.Text;

namespace Sluice.Tests.Shared;

/// <summary>A program that has run to its end.</summary>
/// <param name="ExitCode">What it returned.</param>
/// <param name="StandardOutput">What it printed.</param>
/// <param name="StandardError">What it complained about.</param>
internal sealed record ProcessRun(int ExitCode, string StandardOutput, string StandardError)
{
    private static readonly TimeSpan s_limit = TimeSpan.FromMinutes(10);

    /// <summary>Everything it printed, with its exit code, for a failure's message.</summary>
    public string Report => $"{StandardOutput}\n{StandardError}\nexit code {ExitCode}";

    /// <summary>Runs a command of the .NET SDK that leaves no server behind.</summary>
    public static Task<ProcessRun> DotnetAsync(string folder, params string[] arguments) =>
        StartAsync(
            Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet",
            folder,
            [.. arguments, "--nologo", "-nodeReuse:false", "-p:UseSharedCompilation=false"]
        );

    /// <summary>Runs a program; where it does not end, it is killed with all that it has started.</summary>
    public static Task<ProcessRun> StartAsync(string file, string folder, params string[] arguments) =>
        StartAsync(file, folder, new Dictionary<string, string>(), arguments);

    /// <summary>The same, with further variables in its environment.</summary>
    public static async Task<ProcessRun> StartAsync(
        string file,
        string folder,
        IReadOnlyDictionary<string, string> environment,
        params string[] arguments
    )
    {
        using var process = new Process
        {
            StartInfo = new ProcessStartInfo(file, arguments)
            {
                WorkingDirectory = folder,
                RedirectStandardOutput = true,
                RedirectStandardError = true,
                RedirectStandardInput = true,
                StandardOutputEncoding = Encoding.UTF8,
                StandardErrorEncoding = Encoding.UTF8,
            },
        };
        // The build that runs the tests must not shape the builds that the tests run.
        foreach (var name in process.StartInfo.Environment.Keys.Where(IsOfBuild).ToArray())
        {
            process.StartInfo.Environment.Remove(name);
        }

        process.StartInfo.Environment["MSBUILDDISABLENODEREUSE"] = "1";
        process.StartInfo.Environment["DOTNET_CLI_USE_MSBUILD_SERVER"] = "0";
        process.StartInfo.Environment["DOTNET_CLI_UI_LANGUAGE"] = "en";
        process.StartInfo.Environment["DOTNET_NOLOGO"] = "1";
        foreach (var (name, value) in environment)
        {
            process.StartInfo.Environment[name] = value;
        }

        process.Start();
        process.StandardInput.Close();
        var output = process.StandardOutput.ReadToEndAsync();
        var error = process.StandardError.ReadToEndAsync();
        using var limit = new CancellationTokenSource(s_limit);
        try
        {
            await process.WaitForExitAsync(limit.Token);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            throw new TimeoutException($"'{file} {string.Join(' ', arguments)}' did not end within {s_limit}.");
        }

        return new ProcessRun(process.ExitCode, await output, await error);
    }

    private static bool IsOfBuild(string name) =>
        name.StartsWith("MSBUILD", StringComparison.OrdinalIgnoreCase)
        || name.StartsWith("VSTEST", StringComparison.OrdinalIgnoreCase)
        || name is "Platform" or "Configuration" or "TargetFramework";
}
