using System.Diagnostics;

namespace DocumentSearch.Tests.CommandLine;

/// <summary>A run of the built program in its own process.</summary>
internal sealed record ProgramRun(int ExitCode, string Output, string Error)
{
    // Far longer than any run takes.
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(2);

    public static async Task<ProgramRun> OfAsync(params string[] arguments)
    {
        var program = Path.Combine(AppContext.BaseDirectory, "DocumentSearch.dll");
        var start = new ProcessStartInfo("dotnet", [program, .. arguments])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync();
        var error = process.StandardError.ReadToEndAsync();
        using var limit = new CancellationTokenSource(Limit);
        try
        {
            await process.WaitForExitAsync(limit.Token);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            throw new TimeoutException($"'{string.Join(' ', arguments)}' has not ended within {Limit}.");
        }

        return new ProgramRun(process.ExitCode, await output, await error);
    }
}
