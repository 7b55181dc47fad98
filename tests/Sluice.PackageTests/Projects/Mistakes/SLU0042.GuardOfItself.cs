namespace Mistakes;

[Pipeline]
public sealed partial class GuardOfItself
{
    public partial int Run(string text);

    [Stage]
    private static int Measure(string text) => text.Length;

    [Stage, Guard(Retry = nameof(Check))]
    private static bool Check(int length) => length > 0;
}
