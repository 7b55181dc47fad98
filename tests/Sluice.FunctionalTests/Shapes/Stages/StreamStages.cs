using System.Runtime.CompilerServices;

namespace Sluice.FunctionalTests.Shapes;

public static class StreamStages
{
    [Stage]
    public static async IAsyncEnumerable<Total> JoinAsync(
        LeftPart left,
        RightPart right,
        Script script,
        StageContext context,
        [EnumeratorCancellation] CancellationToken token
    )
    {
        token.ThrowIfCancellationRequested();
        yield return new Total(left.Number + right.Number + await script.StepAsync("Join", context));
    }
}
