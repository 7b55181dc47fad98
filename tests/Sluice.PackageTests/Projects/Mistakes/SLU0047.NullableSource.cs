namespace Mistakes;

[Pipeline]
public sealed partial class NullableSource
{
    [Stages]
    private readonly SourceOfNull? _source = new();

    public partial int Run(string text);
}

public sealed class SourceOfNull
{
    [Stage]
    public int Measure(string text) => text.Length;
}
