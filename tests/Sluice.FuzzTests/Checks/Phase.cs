using System.Diagnostics;

namespace Sluice.FuzzTests.Checks;

internal static class Phase
{
    private static readonly Dictionary<string, (TimeSpan Cpu, long Ticks, int Count)> _all = [];
    private static TimeSpan _cpu;
    private static long _ticks;

    public static void Start() => (_cpu, _ticks) = (Process.GetCurrentProcess().TotalProcessorTime, Stopwatch.GetTimestamp());

    public static void End(string name)
    {
        var (cpu, ticks) = (Process.GetCurrentProcess().TotalProcessorTime, Stopwatch.GetTimestamp());
        _all.TryGetValue(name, out var known);
        _all[name] = (known.Cpu + cpu - _cpu, known.Ticks + ticks - _ticks, known.Count + 1);
        (_cpu, _ticks) = (cpu, ticks);
    }

    public static string Text() =>
        string.Join("  ", _all.Select(pair => $"{pair.Key}: {pair.Value.Cpu.TotalSeconds:F1}s cpu/{pair.Value.Count}"));
}
