using Sluice.Benchmarks.Work;

namespace Sluice.Benchmarks.Chain10;

/// <summary>The methods that every contender calls: ten stages, one after another.</summary>
public abstract class Chain10Stages(Steps steps)
{
    [Stage]
    protected ValueTask<int> AAsync(int input) => steps.AddAsync(input);

    [Stage]
    protected ValueTask<int> BAsync(int a) => steps.AddAsync(a);

    [Stage]
    protected ValueTask<int> CAsync(int b) => steps.AddAsync(b);

    [Stage]
    protected ValueTask<int> DAsync(int c) => steps.AddAsync(c);

    [Stage]
    protected ValueTask<int> EAsync(int d) => steps.AddAsync(d);

    [Stage]
    protected ValueTask<int> FAsync(int e) => steps.AddAsync(e);

    [Stage]
    protected ValueTask<int> GAsync(int f) => steps.AddAsync(f);

    [Stage]
    protected ValueTask<int> HAsync(int g) => steps.AddAsync(g);

    [Stage]
    protected ValueTask<int> IAsync(int h) => steps.AddAsync(h);

    [Stage]
    protected ValueTask<int> JAsync(int i) => steps.AddAsync(i);
}
