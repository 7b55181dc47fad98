namespace Mistakes;

[Pipeline]
public sealed partial class OnlyOnProducer
{
    public partial int Run(string text);

    [Stage(Only = [nameof(Run)])]
    private static int Measure(string text) => text.Length;
}
