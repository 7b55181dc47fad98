namespace Sluice.DifferentialTests.Graphs;

/// <summary>Makes the random pipelines of a batch, the same each time.</summary>
internal static class RandomBatch
{
    /// <param name="kind">A number that no other kind of batch has.</param>
    /// <param name="batch">The number of the batch among those of its kind.</param>
    /// <param name="count">The number of pipelines.</param>
    /// <param name="smallest">The least number of stages of a pipeline.</param>
    /// <param name="largest">The largest number of stages of a pipeline.</param>
    /// <param name="dials">The features of the pipelines.</param>
    public static PipelineShape[] Create(int kind, int batch, int count, int smallest, int largest, Dials dials)
    {
        var seed = Dice.Mix((ulong)kind, (ulong)batch);
        return
        [
            .. Enumerable
                .Range(0, count)
                .Select(index => RandomPipelines.Create(Dice.Mix(seed, (ulong)index), smallest, largest, dials)),
        ];
    }
}
