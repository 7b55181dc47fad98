using System.Runtime.CompilerServices;
using Sluice;

namespace MachineCode;

internal abstract class ChainStages
{
    [Stage, MethodImpl(MethodImplOptions.NoInlining)]
    protected static ValueTask<int> AAsync(Input input) => AddAsync(input, 0);

    [Stage, MethodImpl(MethodImplOptions.NoInlining)]
    protected static ValueTask<int> BAsync(Input input, int a) => AddAsync(input, a);

    [Stage, MethodImpl(MethodImplOptions.NoInlining)]
    protected static ValueTask<int> CAsync(Input input, int b) => AddAsync(input, b);

    private static async ValueTask<int> AddAsync(Input input, int number)
    {
        if (input.Yields)
        {
            await Task.Yield();
        }

        return input.Number + number;
    }
}
