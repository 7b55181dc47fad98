namespace Mistakes;

[Pipeline]
public sealed partial class StaticEntry(int factor)
{
    public static partial int Run(string text);

    [Stage]
    private int Measure(string text) => text.Length * factor;
}
