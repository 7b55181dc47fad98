namespace Sluice.Benchmarks.Policies;

/// <summary>
/// The call of a contender. Each contender is a struct, so that the loop around the call is compiled for each of them
/// and the first one has no advantage.
/// </summary>
internal interface IPolicyCall
{
    /// <summary>Performs the call.</summary>
    ValueTask<int> RunAsync(int input);
}
