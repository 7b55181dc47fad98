using Sluice;

// In no namespace, and in two files.
[Pipeline]
#pragma warning disable CA1050 // That it is in no namespace is the point.
public sealed partial class GlobalPipeline
#pragma warning restore CA1050
{
    public partial int Run(string text);
}
