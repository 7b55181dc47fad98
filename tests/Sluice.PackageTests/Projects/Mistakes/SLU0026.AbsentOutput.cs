namespace Mistakes;

[Pipeline]
public sealed partial class AbsentOutput
{
    public partial int Run(string text);

    private static bool IsLong(string text) => text.Length > 80;

    [Stage, When(nameof(IsLong))]
    private static int Measure(string text) => text.Length;
}
