namespace Mistakes;

[Pipeline]
public sealed partial class UnhandledRoute
{
    public partial int? Run(string text);

    [Stage]
    private static DayOfWeek Today(string text) => Enum.Parse<DayOfWeek>(text);

    [Stage, When(nameof(Today), DayOfWeek.Saturday, DayOfWeek.Sunday)]
    private static int Measure(string text) => text.Length;
}
