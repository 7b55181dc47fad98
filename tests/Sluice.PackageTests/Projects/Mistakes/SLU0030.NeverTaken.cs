namespace Mistakes;

[Pipeline]
public sealed partial class NeverTaken
{
    [return: From(nameof(Measure), nameof(Count))]
    public partial int Run(string text);

    [Stage]
    private static int Measure(string text) => text.Length;

    [Stage]
    private static int Count(string text) => text.Split(' ').Length;
}
