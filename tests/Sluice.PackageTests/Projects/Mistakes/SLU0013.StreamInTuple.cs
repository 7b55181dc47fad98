namespace Mistakes;

[Pipeline]
public sealed partial class StreamInTuple
{
    public partial ValueTask<(IAsyncEnumerable<char> Letters, int Length)> RunAsync(string text);

    public partial int Count(string text);

    [Stage]
    private static int Measure(string text) => text.Length;
}
