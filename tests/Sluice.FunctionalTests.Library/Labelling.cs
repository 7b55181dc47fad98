namespace Sluice.FunctionalTests.Library;

/// <summary>Stages of an instance, one of which a derived class in another project overrides.</summary>
public class Labelling
{
    [Stage]
    public virtual Task<Parcel> LabelAsync(string label, Weight weight, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return Task.FromResult(new Parcel(label, weight));
    }
}
