namespace Mistakes;

[Pipeline]
public sealed partial class NeverRuns
{
    public partial int? Run(string text);

    private static bool IsLong(string text) => text.Length > 80;

    [Stage, When(nameof(IsLong)), Unless(nameof(IsLong))]
    private static int Measure(string text) => text.Length;
}
