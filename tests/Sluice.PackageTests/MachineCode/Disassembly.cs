using System.Text.RegularExpressions;

namespace Sluice.PackageTests.MachineCode;

/// <summary>The machine code of some methods, as the JIT lists it.</summary>
internal sealed partial class Disassembly
{
    private const string Header = "; Assembly listing for method ";

    private readonly IReadOnlyList<(string Method, IReadOnlyList<string> Lines)> _listings;

    public Disassembly(string text) =>
        _listings = [
            .. text.Split(Header, StringSplitOptions.RemoveEmptyEntries)
                .Select(listing => listing.Split('\n', StringSplitOptions.TrimEntries))
                .Select(lines => (lines[0], (IReadOnlyList<string>)[.. lines.Skip(1).Where(IsCode)])),
        ];

    /// <summary>
    /// The instructions around each call of a stage, from the preceding branch or call to the next branch or call, in all methods
    /// with that name. Locations on the stack and in the run object have no names, so they are numbered in order of appearance.
    /// </summary>
    /// <param name="method">The beginning of the method's listing.</param>
    /// <param name="stages">The class of the stages.</param>
    public IReadOnlyList<string> StageCalls(string method, string stages)
    {
        var calls = new List<string>();
        foreach (
            var (_, lines) in _listings.Where(listing => listing.Method.StartsWith(method, StringComparison.Ordinal))
        )
        {
            for (var at = 0; at < lines.Count; at++)
            {
                if (Call().IsMatch(lines[at]) && lines[at].Contains($"{stages}:", StringComparison.Ordinal))
                {
                    calls.Add(Around(lines, at));
                }
            }
        }

        return calls;
    }

    private static string Around(IReadOnlyList<string> lines, int call)
    {
        var first = call;
        while (first > 0 && !End().IsMatch(lines[first - 1]))
        {
            first--;
        }

        var last = call;
        do
        {
            last++;
        } while (last < lines.Count - 1 && !End().IsMatch(lines[last]));

        var places = new Dictionary<string, string>();
        return string.Join('\n', lines.Skip(first).Take(last - first + 1).Select(line => Normalise(line, places)));
    }

    private static string Normalise(string line, Dictionary<string, string> places)
    {
        var place = Place()
            .Replace(
                line,
                match =>
                {
                    places.TryAdd(match.Value, $"[{match.Groups[1].Value} place {places.Count}]");
                    return places[match.Value];
                }
            );
        return Space().Replace(Label().Replace(place, "label").Replace("SHORT ", "", StringComparison.Ordinal), " ");
    }

    private static bool IsCode(string line) => line.Length > 0 && !line.StartsWith(';');

    // Conditional and unconditional jumps and calls of x64 and Arm64, and the labels between them.
    [GeneratedRegex(@"^(j\w+|b|b\.\w+|cbn?z|tbn?z|call|blr?|ret|tail\.\w+|G_M\w+:)\b|^G_M")]
    private static partial Regex End();

    [GeneratedRegex(@"^(call|blr?)\b")]
    private static partial Regex Call();

    [GeneratedRegex(@"\[(\w+)(?:[+-]|, ?#)0x[0-9A-F]+\]")]
    private static partial Regex Place();

    [GeneratedRegex(@"G_M\w+")]
    private static partial Regex Label();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Space();
}
