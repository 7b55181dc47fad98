namespace Sluice.FunctionalTests.Library;

/// <summary>The base class of a pipeline in another project.</summary>
public abstract class Calculation
{
    protected abstract int Factor { get; }

    [Stage]
    protected virtual Weight Multiply(int number) => new(number * Factor);
}
