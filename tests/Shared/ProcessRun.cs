using System.Diagnostics;
using System.Text;

namespace Sluice.Tests.Shared;

/// <summary>A program that has run to its end.</summary>
/// <param name="ExitCode">The exit code.</param>
/// <param name="StandardOutput">The text that the program wrote to standard output.</param>
/// <param name="StandardError">The text that the program wrote to standard error.</param>
internal sealed record ProcessRun(int ExitCode, string StandardOutput, string StandardError)
{
    private static readonly TimeSpan TimeLimit = TimeSpan.FromMinutes(10);

    /// <summary>The whole output and the exit code, for the message of a failed assertion.</summary>
    public string Report => $"{StandardOutput}\n{StandardError}\nexit code {ExitCode}";

    /// <summary>Runs a command of the .NET SDK that leaves no build server running.</summary>
    public static Task<ProcessRun> DotnetAsync(string folder, params string[] arguments) =>
        StartAsync(
            Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet",
            folder,
            [.. arguments, "--nologo", "-nodeReuse:false", "-p:UseSharedCompilation=false"]
        );

    /// <summary>Runs a program. If it does not end in time, it is killed together with its child processes.</summary>
    public static Task<ProcessRun> StartAsync(string file, string folder, params string[] arguments) =>
        StartAsync(file, folder, new Dictionary<string, string>(), arguments);

    /// <summary>
    /// Runs a program with additional environment variables. If it does not end in time, it is killed together with its child
    /// processes.
    /// </summary>
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
        // The build that runs the tests must not influence the builds that the tests run.
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
        using var limit = new CancellationTokenSource(TimeLimit);
        try
        {
            await process.WaitForExitAsync(limit.Token);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            throw new TimeoutException($"'{file} {string.Join(' ', arguments)}' did not end within {TimeLimit}.");
        }

        return new ProcessRun(process.ExitCode, await output, await error);
    }

    private static bool IsOfBuild(string name) =>
        name.StartsWith("MSBUILD", StringComparison.OrdinalIgnoreCase)
        || name.StartsWith("VSTEST", StringComparison.OrdinalIgnoreCase)
        || name is "Platform" or "Configuration" or "TargetFramework";
}
