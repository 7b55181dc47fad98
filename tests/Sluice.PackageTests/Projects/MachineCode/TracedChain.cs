using Sluice;

namespace MachineCode;

[Pipeline, Telemetry]
internal sealed partial class TracedChain : ChainStages
{
    [return: From(nameof(CAsync))]
    public partial ValueTask<int> RunAsync(Input input);
}
