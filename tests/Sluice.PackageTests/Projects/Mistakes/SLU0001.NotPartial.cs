namespace Mistakes;

[Pipeline]
public sealed class NotPartial
{
    [Stage]
    private static int Measure(string text) => text.Length;
}
