using Sluice;

namespace MachineCode;

[Pipeline, Telemetry]
internal sealed partial class TracedSum : SumStages
{
    [return: From(nameof(C))]
    public partial int Run(int input);
}
