namespace Mistakes;

[Pipeline]
public sealed partial class Untouched
{
    public partial string Run(string text);

    private static string Trim(string text) => text.Trim();
}
