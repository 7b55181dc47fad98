namespace Sluice.Benchmarks.Policies;

/// <summary>A contender's call. A struct for each, so that the loop around it is compiled for each, and favours none that came first.</summary>
internal interface IPolicyCall
{
    /// <summary>Does the work.</summary>
    ValueTask<int> RunAsync(int input);
}
