namespace Mistakes;

[Pipeline]
public sealed partial class WrongType
{
    public partial int Run(string text, Uri address);

    [Stage]
    private static int Measure([From("address")] string text) => text.Length;
}
