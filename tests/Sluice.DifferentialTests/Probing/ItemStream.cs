using Sluice.DifferentialTests.Reference.Prediction;

namespace Sluice.DifferentialTests.Probing;

/// <summary>Makes the stream of a stage, which notes when it is opened and closed.</summary>
internal static class ItemStream
{
    /// <param name="item">The item from which the elements are made.</param>
    /// <param name="breaks">Whether the stream fails after its last element.</param>
    public static async IAsyncEnumerable<Item> ReadAsync(Item item, bool breaks)
    {
        var run = item.Run;
        run.Open(item.Producer);
        try
        {
            var items = Make.Array(item);
            for (var index = 0; index < items.Length; index++)
            {
                if ((index + item.Producer) % 2 == 0)
                {
                    await Task.Yield();
                }

                yield return items[index];
            }

            if (breaks)
            {
                throw new StageFailedException(Evaluator.FailureOf(item.Producer, null));
            }
        }
        finally
        {
            run.Close(item.Producer);
        }
    }
}
