namespace Mistakes;

[Pipeline]
public sealed partial class NoToken
{
    public partial int Run(string text);

    [Stage, Timeout("00:00:02")]
    private static int Measure(string text) => text.Length;
}
