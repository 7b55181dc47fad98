namespace Silenced;

[Pipeline]
public sealed partial class Named
{
    public partial int Run(string text);
}
