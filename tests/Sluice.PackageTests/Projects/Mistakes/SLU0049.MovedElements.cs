namespace Mistakes;

[Pipeline]
public sealed partial class MovedElements
{
    public partial int Run(string text);

    [Stage]
    private static (int Width, int Height) Measure(string text) => (text.Length, 1);

    [Stage]
    private static int Draw((int Height, int Width) size) => size.Height;
}
