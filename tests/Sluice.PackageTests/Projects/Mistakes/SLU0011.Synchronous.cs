namespace Mistakes;

[Pipeline]
public sealed partial class Synchronous
{
    public partial int Run(string text);

    [Stage]
    private static Task<int> MeasureAsync(string text) => Task.FromResult(text.Length);
}
