namespace Mistakes;

[Pipeline]
public sealed partial class RetriedHelper
{
    public partial int Run(string text);

    [Stage]
    private static int Measure(string text) => Count(text);

    [Retry(3)]
    private static int Count(string text) => text.Length;
}
