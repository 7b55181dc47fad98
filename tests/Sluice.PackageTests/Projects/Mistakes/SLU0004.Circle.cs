namespace Mistakes;

[Pipeline]
public sealed partial class Circle
{
    public partial int Run();

    [Stage]
    private static int First(long second) => (int)second;

    [Stage]
    private static long Second(int first) => first;
}
