namespace Mistakes;

[Pipeline]
public sealed partial class Ambiguous
{
    public partial long Run(string text);

    [Stage]
    private static int Measure(string text) => text.Length;

    [Stage]
    private static int Words(string text) => text.Split(' ').Length;

    [Stage]
    private static long Double(int value) => 2L * value;
}
