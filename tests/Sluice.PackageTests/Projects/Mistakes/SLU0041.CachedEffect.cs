namespace Mistakes;

[Pipeline]
public sealed partial class CachedEffect
{
    public partial ValueTask RunAsync(string text);

    [Stage, Cached("00:05:00")]
    private static void Print(string text) => Console.WriteLine(text);
}
