using Sluice.Benchmarks.Work;

namespace Sluice.Benchmarks.Diamond;

/// <summary>
/// The methods that every contender calls: one stage, two stages that depend on it, and one stage that depends on both.
/// </summary>
public abstract class DiamondStages(Steps steps)
{
    [Stage]
    protected ValueTask<int> AAsync(int input) => steps.AddAsync(input);

    [Stage]
    protected ValueTask<int> BAsync(int a) => steps.AddAsync(a);

    [Stage]
    protected ValueTask<int> CAsync(int a) => steps.AddAsync(a);

    [Stage]
    protected ValueTask<int> DAsync(int b, int c) => steps.AddAsync(b + c);
}
