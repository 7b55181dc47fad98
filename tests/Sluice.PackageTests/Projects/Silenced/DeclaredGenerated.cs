namespace Silenced;

[Pipeline]
public sealed partial class DeclaredGenerated
{
    public partial int Run(string text);
}
