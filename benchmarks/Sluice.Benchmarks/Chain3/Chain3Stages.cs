using Sluice.Benchmarks.Work;

namespace Sluice.Benchmarks.Chain3;

/// <summary>The methods that every contender calls: three stages, one after another.</summary>
public abstract class Chain3Stages(Steps steps)
{
    [Stage]
    protected ValueTask<int> AAsync(int input) => steps.AddAsync(input);

    [Stage]
    protected ValueTask<int> BAsync(int a) => steps.AddAsync(a);

    [Stage]
    protected ValueTask<int> CAsync(int b) => steps.AddAsync(b);
}
