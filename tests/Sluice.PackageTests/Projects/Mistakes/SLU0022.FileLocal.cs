namespace Mistakes;

[Pipeline]
file sealed partial class FileLocal
{
    [Stage]
    private static int Measure(string text) => text.Length;
}
