using System.Runtime.CompilerServices;

namespace Sluice.Generators.Tests.Harness;

/// <summary>Compares text with a file next to the test, by the conventions of Verify.</summary>
/// <remarks>
/// The accepted text is <c>Class.Method.verified.cs</c>. A different text is written to <c>Class.Method.received.cs</c>. Review it,
/// and if it is right, rename it.
/// </remarks>
internal static class Snapshot
{
    /// <summary>Fails the test unless the text is the accepted one.</summary>
    public static void Verify(string text, [CallerFilePath] string file = "", [CallerMemberName] string method = "")
    {
        var place = Path.Combine(Path.GetDirectoryName(file)!, $"{Path.GetFileNameWithoutExtension(file)}.{method}");
        var verified = $"{place}.verified.cs";
        var received = $"{place}.received.cs";
        var accepted = File.Exists(verified) ? File.ReadAllText(verified).ReplaceLineEndings("\n") : null;
        if (text == accepted)
        {
            File.Delete(received);
            return;
        }

        File.WriteAllText(received, text);
        Assert.Fail(
            accepted is null
                ? $"There is no {Path.GetFileName(verified)} yet. See {received}; where it is right, rename it."
                : $"{DescribeDifference(accepted, text)}\nSee {received}; where it is right, rename it to {Path.GetFileName(verified)}."
        );
    }

    /// <summary>Describes the first line in which two texts differ.</summary>
    public static string DescribeDifference(string accepted, string received)
    {
        var expected = accepted.Split('\n');
        var actual = received.Split('\n');
        var line = expected.Zip(actual).TakeWhile(pair => pair.First == pair.Second).Count();
        return $"Line {line + 1} differs.\naccepted: {LineOrEnd(expected, line)}\nreceived: {LineOrEnd(actual, line)}";
    }

    private static string LineOrEnd(string[] lines, int index) => index < lines.Length ? lines[index] : "(the end)";
}
