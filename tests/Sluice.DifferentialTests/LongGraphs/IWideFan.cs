namespace Sluice.DifferentialTests.LongGraphs;

/// <summary>A root with many children.</summary>
public interface IWideFan
{
    ValueTask RunAsync(string text);
}
