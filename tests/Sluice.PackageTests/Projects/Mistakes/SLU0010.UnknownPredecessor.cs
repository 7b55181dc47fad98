namespace Mistakes;

[Pipeline]
public sealed partial class UnknownPredecessor
{
    public partial int Run(string text);

    [Stage, After("Nobody")]
    private static int Measure(string text) => text.Length;
}
