namespace Mistakes;

[Pipeline]
public sealed partial class SourceWithoutStages
{
    [Stages]
    private readonly List<int> _numbers = [];

    public partial int Run(string text);

    [Stage]
    private int Measure(string text) => text.Length + _numbers.Count;
}
