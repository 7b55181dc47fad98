namespace Mistakes;

[Pipeline]
public sealed partial class NoAttempts
{
    public partial int Run(string text);

    [Stage, Retry(0)]
    private static int Measure(string text) => text.Length;
}
