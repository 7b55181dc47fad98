using Library;
using Sluice;

namespace Consumer;

/// <summary>An observed pipeline: its runs are logged and written as wide events.</summary>
[Pipeline]
internal static partial class Journey
{
    public static partial int Travel<TObserver>(Line line, TObserver observer)
        where TObserver : struct, IRunObserver;

    [Stage, Retry(2)]
    private static int Board(Line line, StageContext context) =>
        context.Attempt > 1 ? line.Text.Length : throw new InvalidOperationException("missed");
}
