namespace Mistakes;

[Pipeline]
public sealed partial class CachedArray
{
    public partial ValueTask<int> RunAsync(string[] words);

    [Stage, Cached("00:05:00")]
    private static int Count(string[] words) => words.Length;
}
