namespace Mistakes;

[Pipeline]
public sealed partial class NoCollection
{
    public partial int[] Run(Uri address);

    [Stage]
    private static int Measure([Each] Uri address) => address.Host.Length;
}
