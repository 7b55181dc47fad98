namespace Mistakes;

[Pipeline]
public sealed partial class MixedForms
{
    public partial (int[] Lengths, long Failures) Run(string[] words);

    [Stage]
    private static int Measure([Each] string word) => word.Length;

    [Stage]
    private static long Count(IReadOnlyList<Outcome<int>> lengths) => lengths.LongCount(length => !length.HasValue);
}
