namespace Mistakes;

[Pipeline]
public sealed partial class NestedInItself([Stages] NestedInItself inner)
{
    [return: From(nameof(Measure))]
    public partial int Run(string text);

    [Stage]
    private static int Measure(string text) => text.Length;
}
