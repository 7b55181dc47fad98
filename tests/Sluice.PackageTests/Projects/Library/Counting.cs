using Sluice;

namespace Library;

[Pipeline]
public sealed partial class Counting
{
    public partial int Count(Line line);

    [Stage]
    private static string[] Split(Line line) => line.Text.Split('.');

    [Stage]
    private static int CountParts(string[] parts) => parts.Length;
}
