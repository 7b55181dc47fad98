using System.Globalization;
using System.Reflection;

namespace Sluice.Generators.Tests.Harness;

/// <summary>Runs programs that a test compiled.</summary>
internal static class ProgramOutput
{
    // All tests share one console, and several tests run at a time.
    private static readonly SemaphoreSlim ConsoleLock = new(1, 1);

    /// <summary>Runs a program to its end in the invariant culture and returns its output, with <c>\n</c> as line end.</summary>
    public static async Task<string> OfAsync(Assembly program)
    {
        using var printed = new StringWriter(CultureInfo.InvariantCulture) { NewLine = "\n" };
        await ConsoleLock.WaitAsync();
        var console = Console.Out;
        Console.SetOut(printed);
        try
        {
            // The program gets its own thread because the entry point of an asynchronous program blocks.
            await Task.Factory.StartNew(
                () =>
                {
                    CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
                    var main = program.EntryPoint!;
                    main.Invoke(null, main.GetParameters().Length == 0 ? null : [Array.Empty<string>()]);
                },
                CancellationToken.None,
                TaskCreationOptions.LongRunning,
                TaskScheduler.Default
            );
        }
        finally
        {
            Console.SetOut(console);
            ConsoleLock.Release();
        }

        return printed.ToString();
    }
}
