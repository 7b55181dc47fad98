namespace Sluice.FunctionalTests.Library;

/// <summary>Instance stages. A derived class in another project overrides one of them.</summary>
public class Labelling
{
    [Stage]
    public virtual Task<Parcel> LabelAsync(string label, Weight weight, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return Task.FromResult(new Parcel(label, weight));
    }
}
