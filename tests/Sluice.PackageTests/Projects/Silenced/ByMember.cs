namespace Silenced;

[Pipeline]
public sealed partial class ByMember
{
    [SuppressMessage("Sluice", "SLU0003"), EntryPoint]
    public partial int Run(string text);
}
