namespace Mistakes;

[Pipeline]
public sealed partial class ByReference
{
    public partial int Run(ref string text);

    public partial int Count(string text);

    [Stage]
    private static int Measure(string text) => text.Length;
}
