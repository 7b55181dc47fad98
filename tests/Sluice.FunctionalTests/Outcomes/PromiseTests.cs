namespace Sluice.FunctionalTests.Outcomes;

/// <summary>Stages that return an outcome to fail or to request a retry, and promise never to skip themselves.</summary>
public sealed partial class PromiseTests
{
    [Theory]
    [InlineData(1, "shown 1")]
    [InlineData(2, "shown 2")]
    public async Task What_takes_its_value_is_always_there(int input, string expected)
    {
        Assert.Equal(expected, new Line().Run(input));
        Assert.Equal(expected, await new Sequence().RunAsync(input));
    }

    [Fact]
    public async Task It_may_fail_and_cancel_the_run()
    {
        Assert.Equal("failed", Assert.Throws<InvalidDataException>(() => new Line().Run(0)).Message);
        Assert.Equal(
            "failed",
            (await Assert.ThrowsAsync<InvalidDataException>(() => new Sequence().RunAsync(0).AsTask())).Message
        );
        Assert.Equal("over", Assert.Throws<RunCancelledException>(() => new Line().Run(-1)).Reason);
    }

    [Fact]
    public async Task One_that_breaks_its_promise_fails()
    {
        const string Message = "Stage 'Load' skipped itself although it declares Skips = false: broken.";

        Assert.Equal(Message, Assert.Throws<InvalidOperationException>(() => new Line().Run(-2)).Message);
        Assert.Equal(
            Message,
            (await Assert.ThrowsAsync<InvalidOperationException>(() => new Sequence().RunAsync(-2).AsTask())).Message
        );
    }

    private static Outcome<long> Outcome(int input, int attempt) =>
        input switch
        {
            > 0 => attempt > 1 ? input : Sluice.Outcome.Retry(TimeSpan.Zero),
            0 => Sluice.Outcome.Fail(new InvalidDataException("failed")),
            -1 => Sluice.Outcome.Cancel("over"),
            _ => Sluice.Outcome.Skip("broken"),
        };

    [Pipeline]
    private sealed partial class Line
    {
        public partial string Run(int input);

        [Stage(Skips = false)]
        private static Outcome<long> Load(int input) => Outcome(input, attempt: 2);

        [Stage]
        private static string Show(long loaded) => $"shown {loaded}";
    }

    [Pipeline]
    private sealed partial class Sequence
    {
        public partial ValueTask<string> RunAsync(int input);

        [Stage(Skips = false), Retry(2)]
        private static async ValueTask<Outcome<long>> LoadAsync(int input, StageContext context)
        {
            await Task.Yield();
            return Outcome(input, context.Attempt);
        }

        [Stage]
        private static string Show(long loaded) => $"shown {loaded}";
    }
}
