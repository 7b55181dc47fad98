using Sluice.FunctionalTests.Harness;
using Sluice.FunctionalTests.Values;

namespace Sluice.FunctionalTests.RunContexts;

/// <summary>A pipeline with a stage that waits for its token.</summary>
[Pipeline]
internal sealed partial class Waiting(Journal journal)
{
    public partial ValueTask<First> RunAsync(Gate gate, RunContext? context = null, CancellationToken token = default);

    [Stage]
    private async Task<First> WaitAsync(Gate gate, CancellationToken token)
    {
        journal.Add("began");
        try
        {
            return new(await gate.WaitOrCancelAsync(token));
        }
        finally
        {
            journal.Add("ended");
        }
    }
}
