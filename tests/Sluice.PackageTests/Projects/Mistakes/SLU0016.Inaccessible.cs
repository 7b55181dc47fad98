namespace Mistakes;

[Pipeline]
public sealed partial class Inaccessible([Stages] Inaccessible.Hidden hidden)
{
    [return: From(nameof(Print))]
    public partial string Run(string text);

    [Stage]
    private static string Print([From("text")] string text) => text;

    public sealed class Hidden
    {
        [Stage]
        private int Measure(string text) => text.Length;
    }
}
