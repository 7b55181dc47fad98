using Sluice.FunctionalTests.Harness;
using Sluice.FunctionalTests.Values;

namespace Sluice.FunctionalTests.Contexts;

/// <summary>A run needs no SynchronizationContext and never posts to one.</summary>
public sealed partial class SynchronizationContextTests
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_run_never_posts_to_the_callers_or_the_completers_synchronization_context(bool overlapping)
    {
        var gate = new Gate();
        var second = new Gate();
        var completer = new Refusing();
        Task<Third>? run = null;

        await OwnThread
            .RunAsync(() =>
            {
                var caller = new Refusing();
                SynchronizationContext.SetSynchronizationContext(caller);
                run = overlapping
                    ? new Overlapping().RunAsync(gate, second).AsTask()
                    : new Following().RunAsync(gate, second).AsTask();
                Assert.Same(caller, SynchronizationContext.Current);
                Assert.Equal(0, caller.Uses);
            })
            .OrHang();
        await OwnThread
            .RunAsync(() =>
            {
                SynchronizationContext.SetSynchronizationContext(completer);
                gate.Open(1);
                second.Open(2);
                Assert.Same(completer, SynchronizationContext.Current);
            })
            .OrHang();

        Assert.Equal(new Third(3), await run!.OrHang());
        Assert.Equal(0, completer.Uses);
    }

    private sealed class Refusing : SynchronizationContext
    {
        private int _uses;

        public int Uses => _uses;

        public override void Post(SendOrPostCallback d, object? state)
        {
            Interlocked.Increment(ref _uses);
            throw new NotSupportedException();
        }

        public override void Send(SendOrPostCallback d, object? state)
        {
            Interlocked.Increment(ref _uses);
            throw new NotSupportedException();
        }
    }

    [Pipeline]
    private sealed partial class Following
    {
        public partial ValueTask<Third> RunAsync(Gate first, Gate second);

        [Stage]
        private static async Task<First> FirstAsync([From("first")] Gate gate) =>
            new(await gate.WaitAsync().ConfigureAwait(false));

        [Stage]
        private static async Task<Third> ThirdAsync([From("second")] Gate gate, First first) =>
            new(first.Number + await gate.WaitAsync().ConfigureAwait(false));
    }

    [Pipeline]
    private sealed partial class Overlapping
    {
        public partial ValueTask<Third> RunAsync(Gate first, Gate second);

        [Stage]
        private static async Task<First> FirstAsync([From("first")] Gate gate) =>
            new(await gate.WaitAsync().ConfigureAwait(false));

        [Stage]
        private static async Task<Second> SecondAsync([From("second")] Gate gate) =>
            new(await gate.WaitAsync().ConfigureAwait(false));

        [Stage]
        private static Third Third(First first, Second second) => new(first.Number + second.Number);
    }
}
