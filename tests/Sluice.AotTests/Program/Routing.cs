namespace AotProgram;

/// <summary>A pipeline with branches, a merge, and values that may be absent or failed.</summary>
[Pipeline]
internal sealed partial class Routing
{
    public partial string Describe(int number);

    public partial ValueTask<Optional<long>> FindAsync(int number, Weight weight);

    public partial PipelineResult<Priced> Price(int number);

    [Stage]
    private static Weight Weigh(int number) =>
        number > 100 ? Weight.Heavy
        : number > 10 ? Weight.Medium
        : Weight.Light;

    private static bool IsOdd(int number) => number % 2 == 1;

    [Stage, When(nameof(Weigh), Weight.Heavy)]
    private static Freight ByTrain() => new("train");

    [Stage, When(nameof(Weigh), Weight.Medium), When(nameof(IsOdd))]
    private static Optional<Freight> ByTruck(int number) =>
        number == 13 ? Optional.Skip("nobody drives it") : new Freight("truck");

    [Stage, Otherwise(nameof(Weigh))]
    private static Outcome<Freight> ByPost(int number) =>
        number < 0 ? Outcome.Fail(new InvalidOperationException("negative")) : new Freight("post");

    [Stage]
    private static string Print([From(nameof(ByTrain), nameof(ByTruck), nameof(ByPost))] Outcome<Freight> freight) =>
        freight.HasValue ? freight.Value.Name : freight.ToString();

    [Stage]
    private static Priced Calculate([From(nameof(ByTrain), nameof(ByTruck), nameof(ByPost))] Freight freight) =>
        new(freight.Name.Length);

    [Stage, When("weight", Weight.Heavy)]
    private static async Task<long> SearchAsync(int number)
    {
        await Task.Yield();
        return number;
    }
}
