using Library;
using Sluice;
using Tools;

namespace Consumer;

[Pipeline, Stages(typeof(Shouting))]
internal sealed partial class Greeting([Stages] Reading reading, [Stages] Counting counting)
{
    public partial ValueTask<string> RunAsync(Uri address, CancellationToken cancellationToken = default);

    [Stage]
    private static string Print(Shout shout, int parts) => $"{shout.Text} has {parts} parts";
}
