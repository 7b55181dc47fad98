using Sluice.FunctionalTests.Allocation;
using Sluice.FunctionalTests.Harness;
using Sluice.FunctionalTests.Values;

namespace Sluice.FunctionalTests.Contexts;

/// <summary>A run does not need a SynchronizationContext and never posts to one.</summary>
public sealed partial class SynchronizationContextTests
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_run_never_posts_to_the_callers_or_the_completers_synchronization_context(bool overlapping)
    {
        // These gates continue on the opener's thread whatever its SynchronizationContext. A task would not.
        var gate = new ManualGate<First>();
        var second = new ManualGate<Second>();
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
                gate.Open(new First(1));
                second.Open(new Second(2));
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
        public partial ValueTask<Third> RunAsync(ManualGate<First> one, ManualGate<Second> two);

        [Stage]
        private static ValueTask<First> FirstAsync(ManualGate<First> gate) => gate.WaitAsync();

        [Stage]
        private static ValueTask<Second> SecondAsync(ManualGate<Second> gate, First first) =>
            first.Number == 0 ? default : gate.WaitAsync();

        [Stage]
        private static Third Third(First first, Second second) => new(first.Number + second.Number);
    }

    [Pipeline]
    private sealed partial class Overlapping
    {
        public partial ValueTask<Third> RunAsync(ManualGate<First> one, ManualGate<Second> two);

        [Stage]
        private static ValueTask<First> FirstAsync(ManualGate<First> gate) => gate.WaitAsync();

        [Stage]
        private static ValueTask<Second> SecondAsync(ManualGate<Second> gate) => gate.WaitAsync();

        [Stage]
        private static Third Third(First first, Second second) => new(first.Number + second.Number);
    }
}
