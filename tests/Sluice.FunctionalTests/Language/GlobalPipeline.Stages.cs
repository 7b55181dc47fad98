using Sluice;

public sealed partial class GlobalPipeline
{
    [Stage]
    private static int Length(string text) => text.Length;
}
