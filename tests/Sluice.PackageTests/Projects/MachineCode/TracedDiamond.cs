using Sluice;

namespace MachineCode;

[Pipeline, Telemetry]
internal sealed partial class TracedDiamond : DiamondStages
{
    [return: From(nameof(DAsync))]
    public partial ValueTask<int> RunAsync(Input input);
}
