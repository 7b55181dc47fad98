using Sluice;

// This pipeline is in the global namespace and in two files.
[Pipeline]
#pragma warning disable CA1050 // The test is about the global namespace.
public sealed partial class GlobalPipeline
#pragma warning restore CA1050
{
    public partial int Run(string text);
}
