namespace Silenced;

[SuppressMessage("Sluice", "SLU0003")]
[Pipeline]
public sealed partial class ByType
{
    public partial int Run(string text);
}
