namespace Sluice.FunctionalTests.Library;

/// <summary>A class to derive a pipeline from.</summary>
public abstract class Calculation
{
    protected abstract int Factor { get; }

    [Stage]
    protected virtual Weight Multiply(int number) => new(number * Factor);
}
