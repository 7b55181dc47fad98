namespace Sluice.FunctionalTests.Policies;

/// <summary>The failure of a stage is available even if another exception ends the stage.</summary>
public sealed partial class LostFailureTests
{
    private readonly ManualTimeProvider _clock = new();

    [Fact]
    public async Task A_fallback_that_fails_has_the_failure_beside_its_own()
    {
        var thrown = await Assert.ThrowsAsync<FormatException>(() => new WithFallback().RunAsync("a").AsTask());

        Assert.IsType<InvalidDataException>(Assert.Single(RunFailure.Of(thrown)!.FurtherFailures));
    }

    [Fact]
    public async Task A_predicate_of_a_retry_that_fails_has_the_failure_beside_its_own()
    {
        var thrown = await Assert.ThrowsAsync<FormatException>(() => new Deciding().RunAsync("a").AsTask());

        Assert.IsType<InvalidDataException>(Assert.Single(RunFailure.Of(thrown)!.FurtherFailures));
    }

    [Fact]
    public async Task A_limit_that_ends_a_wait_tells_what_was_waited_for()
    {
        var run = new Waiting().RunAsync("a", new RunContext { TimeProvider = _clock }).AsTask();
        await _clock.WhenArmedAsync(2);
        _clock.Advance(TimeSpan.FromSeconds(2));

        var thrown = await Assert.ThrowsAsync<TimeoutException>(() => run);
        var cancellation = Assert.IsType<OperationCanceledException>(thrown.InnerException);
        Assert.IsType<InvalidDataException>(cancellation.InnerException);
    }

    [Fact]
    public async Task A_circuit_counts_nothing_that_a_stage_makes_of_a_cancellation()
    {
        var pipeline = new Translating();
        using var source = new CancellationTokenSource();
        var run = pipeline.RunAsync("a", source.Token).AsTask();
        await source.CancelAsync();

        await Assert.ThrowsAsync<FormatException>(() => run);
        Assert.Equal(CircuitState.Closed, pipeline.WaitCircuit.State);
    }

    [Pipeline]
    private sealed partial class WithFallback
    {
        public partial ValueTask<int> RunAsync(string text);

        [Stage, Fallback(nameof(Guess))]
        private static async ValueTask<int> AskAsync(string text)
        {
            await Task.Yield();
            throw new InvalidDataException(text);
        }

        private static int Guess(string text) => throw new FormatException(text);
    }

    [Pipeline]
    private sealed partial class Deciding
    {
        public partial ValueTask<int> RunAsync(string text);

        [Stage, Retry(3, When = nameof(IsWorthIt))]
        private static async ValueTask<int> AskAsync(string text)
        {
            await Task.Yield();
            throw new InvalidDataException(text);
        }

        private static bool IsWorthIt(Exception exception) => throw new FormatException(exception.Message);
    }

    [Pipeline]
    private sealed partial class Waiting
    {
        public partial ValueTask<int> RunAsync(string text, RunContext context);

        [Stage, Retry(3, Delay = "00:00:10"), Timeout(Total = "00:00:01")]
        private static ValueTask<int> Ask(string text, CancellationToken token) => throw new InvalidDataException(text);
    }

    [Pipeline]
    private sealed partial class Translating
    {
        public partial ValueTask<int> RunAsync(string text, CancellationToken token);

        [Stage, CircuitBreaker(1, "00:00:10")]
        private static async ValueTask<int> WaitAsync(string text, CancellationToken token)
        {
            try
            {
                await Task.Delay(Timeout.Infinite, token);
            }
            catch (OperationCanceledException exception)
            {
                throw new FormatException(text, exception);
            }

            return 1;
        }
    }
}
