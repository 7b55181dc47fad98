namespace Mistakes;

[Pipeline]
public sealed partial class UnusedInput
{
    public partial int Run(string text, double limit);

    [Stage]
    private static int Measure(string text, int limit = 10) => text.Length - limit;
}
