using System.Globalization;

namespace Sluice.DifferentialTests.Loops;

/// <summary>
/// The conduct of stages: what a call returns is a function of the stage and its arguments, so that the compiled pipeline and the
/// interpreter agree without knowing of each other.
/// </summary>
public static class LoopConduct
{
    private const int Numbers = 9;

    /// <summary>The text of a call.</summary>
    public static string Call(int stage, IEnumerable<string> arguments) => $"S{stage}({string.Join(",", arguments)})";

    public static bool Fails(string call, int percent) => Hash(call, 1) % 100 < (ulong)percent;

    public static bool IsAbsent(string call) => Hash(call, 2) % 4 == 0;

    public static bool EndsLoop(string call, int percent) => Hash(call, 3) % 100 < (ulong)percent;

    public static bool Waits(string call, int percent) => Hash(call, 4) % 100 < (ulong)percent;

    public static bool Flag(string call) => Hash(call, 5) % 2 == 0;

    public static long Number(string call) => (long)(Hash(call, 6) % Numbers);

    public static long[] Items(string call) =>
        [.. Enumerable.Range(0, (int)(Hash(call, 7) % 4)).Select(index => Number($"{call}[{index}]"))];

    public static string Text(long value) => value.ToString(CultureInfo.InvariantCulture);

    public static string Text(bool value) => value ? "yes" : "no";

    public static string Text(long[] value) => $"[{string.Join(";", value.Select(Text))}]";

    /// <summary>The text of a failure: short, since it becomes part of other calls.</summary>
    public static string TextOfFailure(string message) => $"!{Hash(message, 8) % 1000}";

    /// <summary>The message of the failure of a decision that has no further round.</summary>
    public static string Exhausted(string decision, int rounds) =>
        string.Create(CultureInfo.InvariantCulture, $"{decision} exhausted after {rounds}");

    private static ulong Hash(string text, ulong salt)
    {
        var hash = 14695981039346656037 ^ (salt * 0x9E3779B97F4A7C15);
        foreach (var character in text)
        {
            hash = (hash ^ character) * 1099511628211;
        }

        hash = (hash ^ (hash >> 30)) * 0xBF58476D1CE4E5B9;
        return hash ^ (hash >> 31);
    }
}
