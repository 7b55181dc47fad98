namespace Mistakes;

[Pipeline]
public sealed partial class MayBeNull
{
    public partial int Run(Uri address);

    [Stage]
    private static string? Print(Uri address) => address.Host;

    [Stage]
    private static int Measure(string text) => text.Length;
}
