using Sluice.FunctionalTests.Harness;

namespace Sluice.FunctionalTests.Policies;

/// <summary>Guards: the stages that run again, the stages that wait for a guard, and the reasons for which a guard gives up.</summary>
public sealed partial class GuardTests
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Case_35_what_lies_between_runs_again_and_nothing_stale_is_seen(bool yields)
    {
        var journal = new Journal();

        var published = await new Article(journal, yields, passesAt: 3).RunAsync("topic");

        Assert.Equal("<topic 3> 7", published);
        Assert.Equal(
            [
                "Write 1",
                "Render topic 1",
                "Check <topic 1>",
                "Write 2",
                "Render topic 2",
                "Check <topic 2>",
                "Write 3",
                "Render topic 3",
                "Check <topic 3>",
            ],
            journal.Entries.Where(entry =>
                !entry.StartsWith("Count", StringComparison.Ordinal) && entry != "Illustrate"
            )
        );
        // Count runs after the guard, not at the same time.
        Assert.Equal(
            ["Count topic 3"],
            journal.Entries.Where(entry => entry.StartsWith("Count", StringComparison.Ordinal))
        );
        var entries = journal.Entries.ToList();
        Assert.True(entries.IndexOf("Count topic 3") > entries.IndexOf("Check <topic 3>"));
    }

    [Fact]
    public async Task Case_35_what_does_not_depend_on_it_runs_once()
    {
        var journal = new Journal();

        await new Article(journal, yields: true, passesAt: 2).RunAsync("topic");

        Assert.Single(journal.Entries, "Illustrate");
    }

    [Fact]
    public async Task Case_36_a_guard_gives_up_when_its_attempts_are_used_up()
    {
        var thrown = await Assert.ThrowsAsync<GuardFailedException>(() =>
            new Article(new Journal(), yields: true, passesAt: 9).RunAsync("topic").AsTask()
        );

        Assert.Equal(
            (GuardFailureReason.AttemptsExhausted, 4, "Check"),
            (thrown.Reason, thrown.Attempts, thrown.Guard)
        );
        Assert.Equal(4, RunFailure.Of(thrown)!.Report!.Stages.Single(stage => stage.Name == "Write").Attempts);
        Assert.Equal(
            StageStatus.NotStarted,
            RunFailure.Of(thrown)!.Report!.Stages.Single(stage => stage.Name == "Count").Status
        );
    }

    [Fact]
    public async Task Case_36_a_guard_gives_up_when_there_is_no_progress()
    {
        var thrown = await Assert.ThrowsAsync<GuardFailedException>(() => new Stuck().RunAsync(1).AsTask());

        Assert.Equal((GuardFailureReason.NoProgress, 2), (thrown.Reason, thrown.Attempts));
        Assert.Equal("never", Assert.IsType<InvalidDataException>(thrown.InnerException).Message);
    }

    [Fact]
    public async Task Case_36_a_guard_gives_up_when_its_time_is_up()
    {
        var clock = new ManualTimeProvider();

        var thrown = await Assert.ThrowsAsync<GuardFailedException>(() =>
            new Slow(clock).RunAsync(1, new RunContext { TimeProvider = clock }).AsTask()
        );

        Assert.Equal((GuardFailureReason.TimedOut, 3), (thrown.Reason, thrown.Attempts));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    public void A_synchronous_pipeline_goes_through_a_loop(int passesAt)
    {
        var journal = new Journal();

        Assert.Equal(passesAt * 10, new Loop(journal, passesAt).Run(1));
        Assert.Equal(Lowering.StraightLine, Loop.Graph.EntryPoints[0].Lowering);
        Assert.Equal(passesAt, journal.Entries.Count(entry => entry == "First"));
        Assert.Single(journal.Entries, "Other");
        Assert.Equal("Last", journal.Entries[^1]);
    }

    [Fact]
    public void A_synchronous_guard_that_never_passes_fails_the_run()
    {
        var thrown = Assert.Throws<GuardFailedException>(() => new Loop(new Journal(), 99).Run(1));

        Assert.Equal(GuardFailureReason.AttemptsExhausted, thrown.Reason);
    }

    [Fact]
    public async Task A_retried_stage_sees_what_the_guard_failed_with()
    {
        var seen = new List<string>();

        await new Feedback(seen).RunAsync(1);

        Assert.Equal(["1 ", "2 too short: 1", "3 too short: 2"], seen);
    }

    [Fact]
    public async Task Two_guards_of_one_stage_follow_each_other()
    {
        var journal = new Journal();

        Assert.Equal(4, await new Two(journal).RunAsync(1));

        // After each refusal by the second guard, the first guard runs again.
        Assert.Equal(
            [
                "Write 1",
                "Grammar 1",
                "Write 2",
                "Grammar 2",
                "Facts 2",
                "Write 3",
                "Grammar 3",
                "Facts 3",
                "Write 4",
                "Grammar 4",
                "Facts 4",
            ],
            journal.Entries
        );
    }

    [Fact]
    public async Task A_guard_without_retry_stops_the_run()
    {
        var thrown = await Assert.ThrowsAsync<GuardFailedException>(() => new Plain().RunAsync(1).AsTask());

        Assert.Equal((GuardFailureReason.NotRetried, "Check"), (thrown.Reason, thrown.Guard));
    }

    [Fact]
    public async Task A_cancellation_is_no_reason_to_try_again()
    {
        using var source = new CancellationTokenSource();
        var calls = 0;

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => new Cancelling(() =>
            {
                calls++;
                source.Cancel();
            }).RunAsync(1, source.Token).AsTask());

        Assert.Equal(1, calls);
    }

    [Pipeline]
    private sealed partial class Article(Journal journal, bool yields, int passesAt)
    {
        private int _drafts;

        public partial ValueTask<string> RunAsync(string topic);

        [Stage]
        private async ValueTask<Draft> WriteAsync(string topic)
        {
            var number = ++_drafts;
            journal.Add($"Write {number}");
            await PauseAsync();
            return new Draft($"{topic} {number}");
        }

        [Stage]
        private async Task<Html> RenderAsync(Draft draft)
        {
            journal.Add($"Render {draft.Text}");
            await PauseAsync();
            return new Html($"<{draft.Text}>");
        }

        [Stage, Guard(Retry = nameof(WriteAsync), Attempts = 4)]
        private async ValueTask<bool> CheckAsync(Html html)
        {
            journal.Add($"Check {html.Text}");
            await PauseAsync();
            return _drafts >= passesAt;
        }

        [Stage]
        private int Count(Draft draft) => journal.Add($"Count {draft.Text}", draft.Text.Length);

        [Stage]
        private async ValueTask<Picture> IllustrateAsync(string topic)
        {
            await PauseAsync();
            return journal.Add("Illustrate", new Picture(topic));
        }

        [Stage]
        private static string Publish(Html html, int count, Picture picture) =>
            picture.Topic.Length == 0 ? "" : $"{html.Text} {count}";

        private async ValueTask PauseAsync()
        {
            if (yields)
            {
                await Task.Yield();
            }
        }
    }

    [Pipeline]
    private sealed partial class Stuck
    {
        public partial ValueTask<Html> RunAsync(long input);

        [Stage]
        private static Task<Draft> WriteAsync(long input) => Task.FromResult(new Draft("same"));

        [Stage, Guard(Retry = nameof(WriteAsync), Attempts = 9)]
        private static void Check(Draft draft) => throw new InvalidDataException("never");

        [Stage]
        private static Html Render(Draft draft) => new(draft.Text);
    }

    [Pipeline]
    private sealed partial class Slow(ManualTimeProvider clock)
    {
        private int _drafts;

        public partial ValueTask<Html> RunAsync(long input, RunContext context);

        [Stage]
        private async ValueTask<Draft> WriteAsync(long input)
        {
            await Task.Yield();
            clock.Advance(TimeSpan.FromSeconds(4));
            return new Draft($"{++_drafts}");
        }

        [Stage, Guard(Retry = nameof(WriteAsync), Attempts = 9, Timeout = "00:00:10")]
        private static bool Check(Draft draft) => false;

        [Stage]
        private static Html Render(Draft draft) => new(draft.Text);
    }

    [Pipeline]
    private sealed partial class Loop(Journal journal, int passesAt)
    {
        private int _attempts;

        public partial int Run(long input);

        [Stage]
        private short First(long input) => journal.Add("First", (short)++_attempts);

        [Stage]
        private double Other(long input) => journal.Add("Other", 10.0);

        [Stage]
        private Draft Second(short first) => journal.Add("Second", new Draft($"{first}"));

        [Stage, Guard(Retry = nameof(First), Attempts = 5)]
        private bool Check(Draft draft) => journal.Add("Check", draft.Text.Length > 0 && _attempts >= passesAt);

        [Stage]
        private int Last(short first, Draft draft, double other) =>
            journal.Add("Last", draft.Text.Length == 0 ? 0 : (int)(first * other));
    }

    [Pipeline]
    private sealed partial class Feedback(List<string> seen)
    {
        public partial ValueTask<int> RunAsync(long input);

        [Stage]
        private async ValueTask<int> WriteAsync(long input, StageContext context)
        {
            await Task.Yield();
            seen.Add($"{context.Attempt} {context.PreviousError?.Message}");
            return context.Attempt;
        }

        [Stage, Guard(Retry = nameof(WriteAsync))]
        private static void Check(int length)
        {
            if (length < 3)
            {
                throw new InvalidDataException($"too short: {length}");
            }
        }
    }

    [Pipeline]
    private sealed partial class Two(Journal journal)
    {
        private int _drafts;

        public partial ValueTask<int> RunAsync(long input);

        [Stage]
        private async ValueTask<int> WriteAsync(long input)
        {
            await Task.Yield();
            return journal.Add($"Write {_drafts + 1}", ++_drafts);
        }

        [Stage, Guard(Retry = nameof(WriteAsync), Attempts = 2)]
        private bool Grammar(int draft) => journal.Add($"Grammar {draft}", draft > 1);

        [Stage, Guard(Retry = nameof(WriteAsync), Attempts = 4)]
        private bool Facts(int draft) => journal.Add($"Facts {draft}", draft > 3);
    }

    [Pipeline]
    private sealed partial class Plain
    {
        public partial ValueTask<int> RunAsync(long input);

        [Stage]
        private static Task<int> WorkAsync(long input) => Task.FromResult(1);

        [Stage, Guard]
        private static bool Check(long input) => input > 1;
    }

    [Pipeline]
    private sealed partial class Cancelling(Action cancel)
    {
        public partial ValueTask<int> RunAsync(long input, CancellationToken token);

        [Stage]
        private async Task<int> WriteAsync(long input)
        {
            await Task.Yield();
            return 1;
        }

        [Stage, Guard(Retry = nameof(WriteAsync))]
        private void Check(int draft, CancellationToken token)
        {
            cancel();
            token.ThrowIfCancellationRequested();
        }
    }

    private sealed record Draft(string Text);

    private sealed record Html(string Text);

    private sealed record Picture(string Topic);
}
