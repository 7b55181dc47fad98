namespace Mistakes;

[Pipeline]
public sealed partial class NeedsItself
{
    public partial int Run();

    [Stage]
    private static int Next(int value) => value + 1;
}
