using System.Threading.Tasks.Sources;
using Sluice.FunctionalTests.Harness;

namespace Sluice.FunctionalTests.Scheduling;

/// <summary>A task whose source refuses to be awaited fails its stage.</summary>
public sealed partial class UnawaitableTaskTests
{
    [Fact]
    public async Task A_sequential_run_fails_with_what_the_source_throws()
    {
        var exception = await Assert.ThrowsAsync<NotSupportedException>(() => Sequential.RunAsync(1).AsTask().OrHang());

        Assert.Equal(
            "Wait",
            Assert.Single(RunFailure.Of(exception)!.Report!.Stages, stage => stage.Status == StageStatus.Failed).Name
        );
    }

    [Fact]
    public async Task A_concurrent_run_fails_with_what_the_source_throws()
    {
        var exception = await Assert.ThrowsAsync<NotSupportedException>(() => Concurrent.RunAsync(1).AsTask().OrHang());

        Assert.Equal(
            "Wait",
            Assert.Single(RunFailure.Of(exception)!.Report!.Stages, stage => stage.Status == StageStatus.Failed).Name
        );
    }

    private static ValueTask<string> Unawaitable() => new(new RefusingSource(), 0);

    private sealed class RefusingSource : IValueTaskSource<string>
    {
        public string GetResult(short token) => throw new InvalidOperationException("It has not ended.");

        public ValueTaskSourceStatus GetStatus(short token) => ValueTaskSourceStatus.Pending;

        public void OnCompleted(
            Action<object?> continuation,
            object? state,
            short token,
            ValueTaskSourceOnCompletedFlags flags
        ) => throw new NotSupportedException();
    }

    [Pipeline]
    private static partial class Sequential
    {
        public static partial ValueTask<int> RunAsync(int number);

        [Stage]
        private static ValueTask<string> WaitAsync(int number) => Unawaitable();

        [Stage]
        private static int Count(string text) => text.Length;
    }

    [Pipeline]
    private static partial class Concurrent
    {
        public static partial ValueTask<int> RunAsync(int number);

        [Stage]
        private static ValueTask<string> WaitAsync(int number) => Unawaitable();

        [Stage]
        private static async ValueTask<long> MeasureAsync(int number)
        {
            await Task.Yield();
            return number;
        }

        [Stage]
        private static int Count(string text, long measured) => text.Length + (int)measured;
    }
}
