using System.Runtime.CompilerServices;
using Sluice;

namespace MachineCode;

internal abstract class SumStages
{
    [Stage, MethodImpl(MethodImplOptions.NoInlining)]
    protected static int A(int input) => input + 1;

    [Stage, MethodImpl(MethodImplOptions.NoInlining)]
    protected static int B(int a) => a + 1;

    [Stage, MethodImpl(MethodImplOptions.NoInlining)]
    protected static int C(int b) => b + 1;
}
