namespace Sluice.FunctionalTests.Harness;

/// <summary>Ends a test that would wait for ever. The limit is far beyond what any run takes: no test depends on its length.</summary>
internal static class HangGuard
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(30);

    public static Task OrHang(this Task task) => task.WaitAsync(Limit);

    public static Task<T> OrHang<T>(this Task<T> task) => task.WaitAsync(Limit);

    public static Task OrHang(this ValueTask task) => task.AsTask().WaitAsync(Limit);

    public static Task<T> OrHang<T>(this ValueTask<T> task) => task.AsTask().WaitAsync(Limit);

    public static void WaitOrHang(this ManualResetEventSlim signal)
    {
        if (!signal.Wait(Limit))
        {
            throw new TimeoutException("The signal did not come.");
        }
    }
}
