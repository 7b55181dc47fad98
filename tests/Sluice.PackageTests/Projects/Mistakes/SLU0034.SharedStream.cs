namespace Mistakes;

[Pipeline]
public sealed partial class SharedStream
{
    public partial ValueTask RunAsync(IAsyncEnumerable<string> lines);

    [Stage]
    private static async Task PrintAsync([Each] string line) => await Console.Out.WriteLineAsync(line);

    [Stage]
    private static async Task CheckAsync([Each] string line) => await Console.Error.WriteLineAsync(line);
}
