#pragma warning disable CA2012 // Results are taken by hand.

using Sluice.CompilerServices;

namespace Sluice.Tests.CompilerServices.Policies;

public sealed class HedgedAttemptsTests
{
    private static readonly TimeSpan After = TimeSpan.FromSeconds(1);

    private readonly ManualTimeProvider _time = new();
    private readonly HandGate _gate = new();

    [Fact]
    public async Task A_first_attempt_that_refuses_to_be_awaited_fails_and_the_next_call_is_hedged_as_ever()
    {
        for (var call = 0; call < 3; call++)
        {
            var refused = HedgedAttempts<int>.Start(_time, After, default);
            var failure = await Assert.ThrowsAsync<InvalidOperationException>(() =>
                refused.FirstAsync(new RefusingSource().AsValueTask()).OrHang()
            );
            Assert.Equal("It is awaited elsewhere.", failure.Message);
            refused.End();

            var attempts = HedgedAttempts<int>.Start(_time, After, default);
            var hedges = attempts.FirstAsync(_gate.WaitAsync());
            Assert.False(hedges.IsCompleted);
            _time.Advance(After);
            Assert.True(await hedges.OrHang());

            Assert.False(attempts.SecondToken.IsCancellationRequested);
            attempts.Second(new ValueTask<int>(2));
            var completing = attempts.CompleteAsync();
            Assert.True(attempts.FirstToken.IsCancellationRequested);
            _gate.Fail(new OperationCanceledException(attempts.FirstToken));
            Assert.Equal(2, await completing.OrHang());
            attempts.End();
        }
    }

    [Fact]
    public async Task A_call_whose_first_attempt_ends_in_time_serves_many_others()
    {
        for (var call = 1; call <= 1_000; call++)
        {
            var attempts = HedgedAttempts<int>.Start(_time, After, default);
            var hedges = attempts.FirstAsync(_gate.WaitAsync());
            Assert.False(hedges.IsCompleted);
            _gate.Open(call);
            Assert.False(await hedges.OrHang());
            Assert.Equal(call, await attempts.CompleteAsync().OrHang());
            attempts.End();
        }
    }
}
