using Sluice.FunctionalTests.Harness;

namespace Sluice.FunctionalTests.Policies;

/// <summary>How the policies of one stage work together.</summary>
public sealed partial class PolicyOrderTests
{
    [Fact]
    public async Task A_stage_that_fails_is_tried_again_after_waits_that_grow()
    {
        var time = new ManualTimeProvider();
        var service = new Service(failures: 3);

        var run = new Reservations(service).RunAsync("five", new RunContext { TimeProvider = time }).AsTask();
        for (var wait = 1; wait <= 3; wait++)
        {
            await time.WhenArmedAsync(wait).OrHang();
            time.Advance(TimeSpan.FromSeconds(1 << (wait - 1)));
        }

        Assert.Equal(40, await run.OrHang());
        Assert.Equal(4, service.Calls);
        Assert.Equal(TimeSpan.FromSeconds(7), time.Elapsed);
    }

    [Fact]
    public async Task Each_attempt_knows_its_number_and_what_the_one_before_failed_with()
    {
        var time = new ManualTimeProvider();
        var service = new Service(failures: 1);

        var run = new Reservations(service).RunAsync("five", new RunContext { TimeProvider = time }).AsTask();
        await time.WhenArmedAsync(1).OrHang();
        time.Advance(TimeSpan.FromSeconds(1));

        Assert.Equal(40, await run.OrHang());
        Assert.Equal(["attempt 1, before: ", "attempt 2, before: call 1"], service.Journal.Entries);
    }

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
    public async Task What_the_caller_cancels_does_not_open_a_circuit_and_what_fails_does()
    {
        using var source = new CancellationTokenSource();
        var service = new Service(failures: 2) { Cancel = source };
        var pipeline = new Reservations(service);

        var cancelled = pipeline.RunReservationAsync("five", source.Token);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => cancelled.OrHang());
        Assert.Equal(CircuitState.Closed, pipeline.ReserveCircuit.State);

        await Assert.ThrowsAsync<InvalidDataException>(() => pipeline.RunReservationAsync("five").OrHang());
        Assert.Equal(CircuitState.Open, pipeline.ReserveCircuit.State);

        var exception = await Assert.ThrowsAsync<CircuitOpenException>(() =>
            pipeline.RunReservationAsync("five").OrHang()
        );
        Assert.Equal("Reserve", exception.Stage);
        Assert.Equal(2, service.Calls);
        Assert.Equal(CircuitState.Closed, new Reservations(service).ReserveCircuit.State);
    }

    [Fact]
    public void The_graph_shows_the_policies_in_their_order() =>
        Assert.Equal(["Fallback(Nothing)", "Retry(4, 00:00:01, Exponential)"], Reservations.Graph.Stages[0].Policies);

    public sealed class Service(int failures)
    {
        private int _calls;

        public int Calls => _calls;

        public CancellationTokenSource? Cancel { get; init; }

        public Journal Journal { get; } = new();

        public async Task<int> CallAsync(string text, StageContext context)
        {
            var call = Interlocked.Increment(ref _calls);
            Journal.Add($"attempt {context.Attempt}, before: {context.PreviousError?.Message}");
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

        public partial ValueTask<long> RunReservationAsync(string text, CancellationToken cancellationToken = default);

        [Stage, Fallback(nameof(Nothing)), Retry(4, Delay = "00:00:01", Backoff = Backoff.Exponential)]
        private Task<int> PriceAsync(string text, StageContext context) => service.CallAsync(text, context);

        private static int Nothing(string text) => -text.Length;

        [Stage, CircuitBreaker(1, "00:00:30")]
        private async ValueTask<long> ReserveAsync(string text, StageContext context) =>
            await service.CallAsync(text, context).ConfigureAwait(false);
    }
}
