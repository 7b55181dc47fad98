namespace Sluice.DifferentialTests.LongGraphs;

/// <summary>A chain of asynchronous stages.</summary>
public interface ILongAsynchronousChain
{
    ValueTask<int> RunAsync(int start);

    /// <summary>Runs another stage beside the chain.</summary>
    ValueTask<(int Stage1000, long Beside)> RunBesideAsync(int start);
}
