using Sluice;

namespace MachineCode;

[Pipeline]
internal sealed partial class PlainDiamond : DiamondStages
{
    [return: From(nameof(DAsync))]
    public partial ValueTask<int> RunAsync(Input input);
}
