namespace Mistakes;

[Pipeline]
public sealed partial class UnknownCondition
{
    public partial int? Run(string text);

    [Stage, When("IsLong")]
    private static int Measure(string text) => text.Length;
}
