using Sluice.FunctionalTests.Harness;

namespace Sluice.FunctionalTests.Policies;

/// <summary>The order of the policies of one stage.</summary>
public sealed partial class PolicyOrderTests
{
    [Fact]
    public async Task When_no_attempt_is_left_the_fallback_gives_the_value()
    {
        var time = new ManualTimeProvider();
        var service = new Service(failures: int.MaxValue);

        var run = new Reservations(service).RunAsync("five", new RunContext { TimeProvider = time }).AsTask();
        for (var wait = 1; wait <= 3; wait++)
        {
            await time.WhenArmedAsync(wait).OrHang();
            time.Advance(TimeSpan.FromSeconds(4));
        }

        Assert.Equal(-4, await run.OrHang());
        Assert.Equal(4, service.Calls);
    }

    [Fact]
    public async Task What_the_caller_cancels_is_neither_tried_again_nor_replaced()
    {
        using var source = new CancellationTokenSource();
        var service = new Service(failures: 0) { Cancel = source };

        var run = new Reservations(service).RunAsync("five", cancellationToken: source.Token);

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => run.OrHang());
        Assert.Equal(1, service.Calls);
    }

    [Fact]
    public void The_graph_shows_the_policies_in_their_order() =>
        Assert.Equal(["Fallback(Nothing)", "Retry(4, 00:00:01, Exponential)"], Reservations.Graph.Stages[0].Policies);

    public sealed class Service(int failures)
    {
        private int _calls;

        public int Calls => _calls;

        public CancellationTokenSource? Cancel { get; init; }

        public async Task<int> CallAsync(string text, StageContext context)
        {
            var call = Interlocked.Increment(ref _calls);
            await Task.Yield();
            Cancel?.Cancel();
            context.CancellationToken.ThrowIfCancellationRequested();
            return call > failures ? text.Length * 10 : throw new InvalidDataException($"call {call}");
        }
    }

    [Pipeline]
    public sealed partial class Reservations(Service service)
    {
        public partial ValueTask<int> RunAsync(
            string text,
            RunContext? context = null,
            CancellationToken cancellationToken = default
        );

        [Stage, Fallback(nameof(Nothing)), Retry(4, Delay = "00:00:01", Backoff = Backoff.Exponential)]
        private Task<int> PriceAsync(string text, StageContext context) => service.CallAsync(text, context);

        private static int Nothing(string text) => -text.Length;
    }
}
