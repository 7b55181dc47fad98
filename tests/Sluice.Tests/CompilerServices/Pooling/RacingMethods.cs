using System.Runtime.CompilerServices;
using Sluice.CompilerServices;

namespace Sluice.Tests.CompilerServices.Pooling;

/// <summary>Async methods that await operations which complete after the method has asked.</summary>
internal static class RacingMethods
{
    /// <summary>A method with the builder of emitted code that awaits twice.</summary>
    [AsyncMethodBuilder(typeof(StageMethodBuilder<>))]
    public static async ValueTask<int> SumTwoAsync(ITestSource source, Action complete)
    {
        var first = await new RacingAwaitable(source.Begin(), complete);
        return first + await new RacingAwaitable(source.Begin(), complete);
    }

    /// <summary>A method with the builder of the language.</summary>
    public static async Task<int> SumAsync(ITestSource source, Action complete, int count)
    {
        var sum = 0;
        for (; count > 0; count--)
        {
            sum += await new RacingAwaitable(source.Begin(), complete);
        }

        return sum;
    }
}
