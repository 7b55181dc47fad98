namespace Sluice.Logging.Tests;

/// <summary>Refuses bad input, which is an expected failure.</summary>
[Pipeline]
internal sealed partial class Gate
{
    public partial int Run<TObserver>(string input, TObserver observer)
        where TObserver : struct, IRunObserver;

    [Stage, Guard]
    private static bool IsGood(string input) => input != "bad";

    [Stage]
    private static int Measure(string input) => input.Length;
}
