using Sluice.FunctionalTests.Harness;

namespace Sluice.FunctionalTests.Policies;

/// <summary>A stage that fails repeatedly is not called for a while, in one pipeline instance.</summary>
public sealed partial class CircuitBreakerTests
{
    private readonly ManualTimeProvider _clock = new();

    [Fact]
    public async Task Case_31_it_opens_after_five_failures_fails_fast_and_lets_one_call_through_after_thirty_seconds()
    {
        var healthy = false;
        var stage = new Behaviour(
            (number, _) => healthy ? new ValueTask<int>(number) : throw new InvalidDataException()
        );
        var pipeline = new Breaking(stage);

        for (var failure = 1; failure <= 5; failure++)
        {
            Assert.Equal(CircuitState.Closed, pipeline.WorkCircuit.State);
            await Assert.ThrowsAsync<InvalidDataException>(() => RunAsync(pipeline));
        }

        Assert.Equal(CircuitState.Open, pipeline.WorkCircuit.State);
        var open = await Assert.ThrowsAsync<CircuitOpenException>(() => RunAsync(pipeline));
        Assert.Equal(("Work", TimeSpan.FromSeconds(30)), (open.Stage, open.RetryAfter));
        Assert.IsType<InvalidDataException>(open.InnerException);
        Assert.Equal(5, stage.Calls);

        // The call that is let through fails, so the circuit stays open for another thirty seconds.
        _clock.Advance(TimeSpan.FromSeconds(30));
        await Assert.ThrowsAsync<InvalidDataException>(() => RunAsync(pipeline));
        await Assert.ThrowsAsync<CircuitOpenException>(() => RunAsync(pipeline));
        Assert.Equal(6, stage.Calls);

        _clock.Advance(TimeSpan.FromSeconds(30));
        healthy = true;
        Assert.Equal(7, await RunAsync(pipeline));
        Assert.Equal(CircuitState.Closed, pipeline.WorkCircuit.State);
        Assert.Equal(8, await RunAsync(pipeline));
    }

    [Fact]
    public async Task A_success_in_between_starts_the_count_anew()
    {
        var pipeline = new Breaking(
            new Behaviour(
                (number, _) => number % 5 == 0 ? new ValueTask<int>(number) : throw new InvalidDataException()
            )
        );

        for (var call = 1; call <= 50; call++)
        {
            var run = RunAsync(pipeline);
            await (call % 5 == 0 ? run : (Task)Assert.ThrowsAsync<InvalidDataException>(() => run));
        }

        Assert.Equal(CircuitState.Closed, pipeline.WorkCircuit.State);
    }

    [Fact]
    public async Task Each_instance_has_a_circuit_of_its_own_and_its_entry_points_share_it()
    {
        var broken = new Breaking(new Behaviour((_, _) => throw new InvalidDataException()));
        for (var failure = 1; failure <= 5; failure++)
        {
            await Assert.ThrowsAsync<InvalidDataException>(() => RunAsync(broken));
        }

        await Assert.ThrowsAsync<CircuitOpenException>(() => broken.AgainAsync(1, "", Context()).AsTask());
        Assert.Equal(1, await RunAsync(new Breaking(Behaviour.FailingFirst(0))));
    }

    [Fact]
    public async Task A_part_of_failed_calls_within_a_window_opens_it()
    {
        var pipeline = new Ratio(
            new Behaviour(
                (number, _) => number % 2 == 0 ? new ValueTask<int>(number) : throw new InvalidDataException()
            )
        );

        for (var call = 1; call <= 9; call++)
        {
            Assert.Equal(CircuitState.Closed, pipeline.WorkCircuit.State);
            var run = pipeline.RunAsync(1, Context()).AsTask();
            await (call % 2 == 0 ? run : (Task)Assert.ThrowsAsync<InvalidDataException>(() => run));
        }

        await pipeline.RunAsync(1, Context());
        await Assert.ThrowsAnyAsync<Exception>(() => pipeline.RunAsync(1, Context()).AsTask());
        Assert.Equal(CircuitState.Open, pipeline.WorkCircuit.State);
    }

    [Fact]
    public async Task An_open_circuit_is_tried_again_like_any_failure_and_has_a_fallback()
    {
        var pipeline = new Falling(new Behaviour((_, _) => throw new InvalidDataException()));

        Assert.Equal("InvalidDataException", await pipeline.RunAsync(1));
        Assert.Equal("CircuitOpenException", await pipeline.RunAsync(1));
    }

    private RunContext Context() => new() { TimeProvider = _clock };

    private Task<int> RunAsync(Breaking pipeline) => pipeline.RunAsync(1, Context()).AsTask().OrHang();

    [Pipeline]
    private sealed partial class Breaking(Behaviour stage)
    {
        public partial ValueTask<int> RunAsync(long input, RunContext context);

        public partial ValueTask<(int Work, string Text)> AgainAsync(long input, string text, RunContext context);

        [Stage, CircuitBreaker(5, "00:00:30")]
        private ValueTask<int> WorkAsync(long input) => stage.CallAsync(CancellationToken.None);
    }

    [Pipeline]
    private sealed partial class Ratio(Behaviour stage)
    {
        public partial ValueTask<int> RunAsync(long input, RunContext context);

        [Stage, CircuitBreaker(0.5, "00:00:30", Window = "00:00:10", MinimumCalls = 10)]
        private ValueTask<int> WorkAsync(long input) => stage.CallAsync(CancellationToken.None);
    }

    [Pipeline]
    private sealed partial class Falling(Behaviour stage)
    {
        public partial ValueTask<string> RunAsync(long input);

        [Stage, Fallback(nameof(Name)), Retry(2), CircuitBreaker(2, "00:00:30")]
        private async ValueTask<string> WorkAsync(long input) => $"{await stage.CallAsync(CancellationToken.None)}";

        private static string Name(Exception exception) => exception.GetType().Name;
    }
}
