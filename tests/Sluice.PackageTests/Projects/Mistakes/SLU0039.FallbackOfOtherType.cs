namespace Mistakes;

[Pipeline]
public sealed partial class FallbackOfOtherType
{
    public partial int Run(string text);

    [Stage, Fallback(nameof(Guess))]
    private static int Measure(string text) => text.Length;

    private static string Guess(string text) => text;
}
