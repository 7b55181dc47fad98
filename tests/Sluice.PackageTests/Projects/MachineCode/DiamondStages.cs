using System.Runtime.CompilerServices;
using Sluice;

namespace MachineCode;

internal abstract class DiamondStages
{
    [Stage, MethodImpl(MethodImplOptions.NoInlining)]
    protected static ValueTask<int> AAsync(Input input) => AddAsync(input, 0);

    [Stage, MethodImpl(MethodImplOptions.NoInlining)]
    protected static ValueTask<int> BAsync(Input input, int a) => AddAsync(input, a);

    [Stage, MethodImpl(MethodImplOptions.NoInlining)]
    protected static ValueTask<int> CAsync(Input input, int a) => AddAsync(input, a);

    [Stage, MethodImpl(MethodImplOptions.NoInlining)]
    protected static ValueTask<int> DAsync(Input input, int b, int c) => AddAsync(input, b + c);

    private static async ValueTask<int> AddAsync(Input input, int number)
    {
        if (input.Yields)
        {
            await Task.Yield();
        }

        return input.Number + number;
    }
}
