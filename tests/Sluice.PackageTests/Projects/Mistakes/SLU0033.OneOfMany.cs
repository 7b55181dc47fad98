namespace Mistakes;

[Pipeline]
public sealed partial class OneOfMany
{
    public partial long Run(string[] words);

    [Stage]
    private static int Measure([Each] string word) => word.Length;

    [Stage]
    private static long Double(int length) => 2L * length;
}
