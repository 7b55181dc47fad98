using Sluice.Benchmarks.Work;

namespace Sluice.Benchmarks.Fan8;

/// <summary>
/// The methods that every contender calls: one stage, eight stages that depend on it, and one stage that depends on all
/// of them.
/// </summary>
public abstract class Fan8Stages(Steps steps)
{
    [Stage]
    protected ValueTask<int> RootAsync(int input) => steps.AddAsync(input);

    [Stage]
    protected ValueTask<int> AAsync(int root) => steps.AddAsync(root);

    [Stage]
    protected ValueTask<int> BAsync(int root) => steps.AddAsync(root);

    [Stage]
    protected ValueTask<int> CAsync(int root) => steps.AddAsync(root);

    [Stage]
    protected ValueTask<int> DAsync(int root) => steps.AddAsync(root);

    [Stage]
    protected ValueTask<int> EAsync(int root) => steps.AddAsync(root);

    [Stage]
    protected ValueTask<int> FAsync(int root) => steps.AddAsync(root);

    [Stage]
    protected ValueTask<int> GAsync(int root) => steps.AddAsync(root);

    [Stage]
    protected ValueTask<int> HAsync(int root) => steps.AddAsync(root);

    [Stage]
    protected ValueTask<int> JoinAsync(int a, int b, int c, int d, int e, int f, int g, int h) =>
        steps.AddAsync(a + b + c + d + e + f + g + h);
}
