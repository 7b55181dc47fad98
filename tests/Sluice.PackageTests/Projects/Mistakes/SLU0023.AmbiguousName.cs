namespace Mistakes;

[Pipeline]
public sealed partial class AmbiguousName
{
    [Stages]
    private readonly Measuring _left = new();

    [Stages]
    private readonly Measuring _right = new();

    public partial long Run(string text);

    [Stage]
    private static long Double([From("Measure")] int value) => 2L * value;

    public sealed class Measuring
    {
        [Stage]
        public int Measure(string text) => text.Length;
    }
}
