using Sluice;

namespace MachineCode;

[Pipeline]
internal sealed partial class PlainSum : SumStages
{
    [return: From(nameof(C))]
    public partial int Run(int input);
}
