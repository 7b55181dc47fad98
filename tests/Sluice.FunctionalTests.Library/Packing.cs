namespace Sluice.FunctionalTests.Library;

/// <summary>A pipeline, to be nested in a pipeline of another project: its entry point is the stage.</summary>
[Pipeline]
[Stages(typeof(Weighing))]
public sealed partial class Packing([Stages] Labelling labelling)
{
    /// <summary>Weighs and labels.</summary>
    public partial ValueTask<Parcel> PackAsync(string label, CancellationToken cancellationToken = default);
}
