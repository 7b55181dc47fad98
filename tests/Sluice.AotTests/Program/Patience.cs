namespace AotProgram;

/// <summary>A pipeline whose run continues after a failure and reports it.</summary>
[Pipeline(OnFailure = FailureMode.Continue)]
internal sealed partial class Patience
{
    public partial ValueTask<PipelineResult<(Freight Freight, Priced Price)>> RunAsync(int number);

    [Stage]
    private static async Task<Freight> LoadAsync(int number)
    {
        await Task.Yield();
        return number > 0 ? new Freight("loaded") : throw new InvalidOperationException($"No {number}");
    }

    [Stage]
    private static async Task<Priced> PriceAsync(int number)
    {
        await Task.Yield();
        return new Priced(number + 5);
    }
}
