namespace Sluice.FunctionalTests.Library;

/// <summary>A pipeline that is nested in a pipeline of another project, with its entry point as the stage.</summary>
[Pipeline]
[Stages(typeof(Weighing))]
public sealed partial class Packing([Stages] Labelling labelling)
{
    /// <summary>Weighs and labels.</summary>
    public partial ValueTask<Parcel> PackAsync(string label, CancellationToken cancellationToken = default);
}
