namespace Mistakes;

[Pipeline]
public sealed partial class GenericStage
{
    public partial int Run(string text);

    [Stage]
    private static int Measure(string text) => text.Length;

    [Stage]
    private static T[] Wrap<T>(T value) => [value];
}
