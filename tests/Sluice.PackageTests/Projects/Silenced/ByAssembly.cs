[assembly: SuppressMessage("Sluice", "SLU0003", Scope = "type", Target = "~T:Silenced.ByAssembly")]
[assembly: SuppressMessage("Sluice", "SLU0100")]

namespace Silenced;

[Pipeline]
public sealed partial class ByAssembly
{
    public partial int Run(string text);
}
