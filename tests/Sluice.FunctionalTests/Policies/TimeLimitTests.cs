using Sluice.FunctionalTests.Harness;

namespace Sluice.FunctionalTests.Policies;

/// <summary>Limits of an attempt and of the whole stage.</summary>
public sealed partial class TimeLimitTests
{
    [Fact]
    public async Task An_attempt_that_takes_too_long_is_tried_again()
    {
        var time = new ManualTimeProvider();
        var steps = new Steps();
        var run = new Fetching(steps).RunAsync("four", new RunContext { TimeProvider = time }).AsTask();

        await steps.StartedAsync(1).OrHang();
        time.Advance(TimeSpan.FromSeconds(2));
        await steps.StartedAsync(2).OrHang();
        steps.Gates[1].Open(7);

        Assert.Equal(7, await run.OrHang());
        Assert.Equal("Stage 'Fetch' has not ended within 00:00:02.", steps.PreviousErrors[1]!.Message);
    }

    [Fact]
    public async Task The_limit_of_the_whole_stage_ends_the_attempt_under_way_and_no_other_begins()
    {
        var time = new ManualTimeProvider();
        var steps = new Steps();
        var run = new Fetching(steps).RunAsync("four", new RunContext { TimeProvider = time }).AsTask();

        for (var attempt = 1; attempt <= 2; attempt++)
        {
            await steps.StartedAsync(attempt).OrHang();
            time.Advance(TimeSpan.FromSeconds(2));
        }

        await steps.StartedAsync(3).OrHang();
        time.Advance(TimeSpan.FromSeconds(1));

        var exception = await Assert.ThrowsAsync<TimeoutException>(() => run.OrHang());
        Assert.Equal("Stage 'Fetch' has not ended within 00:00:05, all attempts together.", exception.Message);
        Assert.Equal(3, steps.Started);
    }

    [Fact]
    public async Task A_context_knows_the_nearest_limit()
    {
        var time = new ManualTimeProvider();
        var start = time.GetUtcNow();
        var steps = new Steps();
        var run = new Fetching(steps).RunAsync("four", new RunContext { TimeProvider = time }).AsTask();

        for (var attempt = 1; attempt <= 2; attempt++)
        {
            await steps.StartedAsync(attempt).OrHang();
            time.Advance(TimeSpan.FromSeconds(2));
        }

        await steps.StartedAsync(3).OrHang();
        steps.Gates[2].Open(7);

        Assert.Equal(7, await run.OrHang());
        Assert.Equal([start.AddSeconds(2), start.AddSeconds(4), start.AddSeconds(5)], steps.Deadlines);
    }

    public sealed class Steps
    {
        private readonly Journal _journal = new();
        private readonly List<Exception?> _previousErrors = [];
        private readonly List<DateTimeOffset?> _deadlines = [];

        public Gate[] Gates { get; } = [new(), new(), new(), new(), new()];

        public IReadOnlyList<Exception?> PreviousErrors => _previousErrors;

        public IReadOnlyList<DateTimeOffset?> Deadlines => _deadlines;

        public int Started => _journal.Entries.Count;

        public Task StartedAsync(int count) => _journal.UntilAsync(entries => entries.Count >= count);

        public async Task<int> WaitAsync(StageContext context)
        {
            _previousErrors.Add(context.PreviousError);
            _deadlines.Add(context.Deadline);
            var gate = Gates[context.Attempt - 1];
            _journal.Add("started");
            return await gate.WaitOrCancelAsync(context.CancellationToken);
        }
    }

    [Pipeline]
    public sealed partial class Fetching(Steps steps)
    {
        public partial ValueTask<int> RunAsync(string text, RunContext? context = null);

        [Stage, Timeout("00:00:02", Total = "00:00:05"), Retry(5)]
        private Task<int> FetchAsync(string text, StageContext context) => steps.WaitAsync(context);
    }
}
