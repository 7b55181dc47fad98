namespace Mistakes;

[Pipeline]
public sealed partial class WithoutEntryPoint
{
    [Stage]
    private static int Measure(string text) => text.Length;
}
