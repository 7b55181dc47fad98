namespace Mistakes;

[Pipeline]
public sealed partial class TakesTask
{
    public partial Task<long> RunAsync(string text);

    [Stage]
    private static Task<int> MeasureAsync(string text) => Task.FromResult(text.Length);

    [Stage]
    private static async Task<long> DoubleAsync(Task<int> length) => 2L * await length;
}
