namespace Mistakes;

[Pipeline]
public sealed partial class NoRoute
{
    public partial int? Run(string text);

    [Stage]
    private static Uri Parse(string text) => new(text);

    [Stage, When(nameof(Parse))]
    private static int Measure(string text) => text.Length;
}
