namespace Mistakes;

[Pipeline]
public sealed partial class Unused
{
    public partial int Run(string text);

    [Stage]
    private static int Measure(string text) => text.Length;

    [Stage]
    private static long Double(int value) => 2L * value;
}
