namespace Sluice.DifferentialTests.LongGraphs;

/// <summary>A chain of synchronous stages.</summary>
public interface ILongChain
{
    int Run(int start);
}
