using Sluice;

namespace MachineCode;

[Pipeline]
internal sealed partial class PlainChain : ChainStages
{
    [return: From(nameof(CAsync))]
    public partial ValueTask<int> RunAsync(Input input);
}
