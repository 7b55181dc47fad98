namespace Mistakes;

[Pipeline]
public sealed partial class UnknownProducer
{
    public partial int Run(string text);

    [Stage]
    private static int Measure([From("Nobody")] string text) => text.Length;
}
