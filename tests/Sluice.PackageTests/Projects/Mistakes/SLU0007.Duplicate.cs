namespace Mistakes;

[Pipeline]
public sealed partial class Duplicate
{
    public partial int Run(string text);

    [Stage]
    private static int Measure(string text) => text.Length;

    [Stage]
    private static long Measure(string text, int factor) => text.Length * factor;
}
