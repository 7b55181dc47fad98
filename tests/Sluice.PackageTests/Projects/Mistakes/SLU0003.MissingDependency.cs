namespace Mistakes;

[Pipeline]
public sealed partial class MissingDependency
{
    public partial int Run(string text);

    [Stage]
    private static int Measure(string text, Uri address) => text.Length;
}
