using System.Text;
using Sluice.FunctionalTests.Allocation;
using Sluice.Tests.Shared.Runs;

namespace Sluice.Tests.Lines;

/// <summary>The written lines if something goes wrong with their events or with their stream.</summary>
public sealed class WideEventsTests
{
    private readonly WrittenLines _written = new();

    [Fact]
    public void Nothing_is_written_before_the_run_has_ended()
    {
        var events = new LineEvents(Guid.NewGuid()).All();
        var observer = _written.Observer;
        foreach (var runEvent in events[..^1])
        {
            observer.Observe(in runEvent);
        }

        Assert.Empty(_written.Text);
        observer.Observe(in events[^1]);
        Assert.Equal(["Load completed", "run succeeded"], _written.Statuses);
    }

    [Fact]
    public void Each_copy_of_the_observer_is_of_the_run_that_it_was_told_of()
    {
        var (one, other) = (new LineEvents(Guid.NewGuid()), new LineEvents(Guid.NewGuid()));
        var observer = _written.Observer;
        var copy = observer;
        foreach (var (first, second) in one.All().Zip(other.All()))
        {
            observer.Observe(in first);
            copy.Observe(in second);
        }

        Assert.Equal(
            [one.RunId, one.RunId, other.RunId, other.RunId],
            _written.Objects.Select(line => line.GetProperty("run_id").GetGuid())
        );
    }

    [Fact]
    public void A_copy_that_was_not_told_of_the_start_of_the_run_says_so()
    {
        var events = new LineEvents(Guid.NewGuid());
        var start = events.Next(RunEventKind.RunStarted);
        var next = events.Next(RunEventKind.StageReady);
        var before = _written.Observer;
        var told = before;
        told.Observe(in start);

        Assert.Throws<InvalidOperationException>(() => before.Observe(in next));
        var shared = told;
        var ofAnother = new LineEvents(Guid.NewGuid()).Next(RunEventKind.StageReady);
        Assert.Throws<InvalidOperationException>(() => shared.Observe(in ofAnother));
    }

    [Fact]
    public void A_line_says_when_its_stage_ended_and_not_when_it_was_undone()
    {
        var events = new LineEvents(Guid.NewGuid());
        var before = events.All()[..^1];
        var (started, progressed, undone) = (
            events.Next(RunEventKind.CompensationStarted),
            events.Next(RunEventKind.StageProgressed),
            events.Next(RunEventKind.CompensationCompleted) with
            {
                Duration = TimeSpan.FromSeconds(2),
            }
        );

        _written.Observe([.. before, started, progressed, undone, events.End()]);

        var line = _written.Stage("Load");
        Assert.Equal(before[^1].Timestamp, line.GetProperty("timestamp").GetDateTimeOffset());
        Assert.Equal("completed", line.GetProperty("compensation").GetString());
        Assert.Equal(2000, line.GetProperty("compensation_duration_ms").GetDouble());
    }

    [Fact]
    public async Task A_compensation_whose_end_was_not_told_is_unfinished()
    {
        var events = new LineEvents(Guid.NewGuid());
        await _written.Events.WriteAsync([.. events.All()[..^1], events.Next(RunEventKind.CompensationStarted)]);
        await _written.Events.WriteUnfinishedAsync();

        var line = _written.Stage("Load");
        Assert.Equal("unfinished", line.GetProperty("compensation").GetString());
        Assert.False(line.TryGetProperty("compensation_duration_ms", out _));
        Assert.Equal(0, _written.Run().GetProperty("compensations_completed").GetInt32());
        Assert.Equal(0, _written.Run().GetProperty("compensations_failed").GetInt32());
    }

    [Fact]
    public async Task A_stage_of_which_only_the_compensation_was_told_has_a_line()
    {
        var events = new LineEvents(Guid.NewGuid());
        _ = events.All();
        var undone = events.Next(RunEventKind.CompensationCompleted);
        await _written.Events.WriteAsync([undone, events.End()]);

        var line = _written.Stage("Load");
        Assert.Equal("unfinished", line.GetProperty("status").GetString());
        Assert.Equal("completed", line.GetProperty("compensation").GetString());
        Assert.Equal(undone.Timestamp, line.GetProperty("timestamp").GetDateTimeOffset());
        Assert.Equal(1, _written.Run().GetProperty("compensations_completed").GetInt32());
    }

    [Fact]
    public void Nothing_is_said_of_compensations_where_there_are_none()
    {
        var events = new LineEvents(Guid.NewGuid());
        _written.Observe([.. events.All()[..^1], events.Next(RunEventKind.CompensationFailed), events.End()]);
        _written.Observe(new LineEvents(Guid.NewGuid()).All());

        // The second run reuses the objects of the first.
        Assert.Contains("compensation", _written.Lines[0], StringComparison.Ordinal);
        Assert.All(
            _written.Lines.Skip(2),
            line => Assert.DoesNotContain("compensation", line, StringComparison.Ordinal)
        );
    }

    [Fact]
    public void An_observer_that_was_not_got_from_anywhere_does_nothing()
    {
        var observer = default(WideEventObserver);
        foreach (var runEvent in new LineEvents(Guid.NewGuid()).All())
        {
            observer.Observe(in runEvent);
        }

        Assert.Empty(_written.Text);
    }

    [Fact]
    public void Events_that_are_handed_over_in_another_order_give_the_same_lines()
    {
        var events = new LineEvents(Guid.Empty);
        var start = events.Next(RunEventKind.RunStarted);
        var other = events.Next(RunEventKind.StageReady) with { Stage = "Other", StageIndex = 1 };
        var otherStart = events.Next(RunEventKind.StageStarted) with { Stage = "Other", StageIndex = 1 };
        var began = events.Next(RunEventKind.StageStarted);
        var done = events.Next(RunEventKind.StageCompleted, LineEvents.Made() with { Duration = TimeSpan.Zero });
        var otherDone = events.Next(RunEventKind.StageCompleted) with { Stage = "Other", StageIndex = 1 };
        var end = events.End();
        var shuffled = new WrittenLines();

        _written.Observe(start, other, otherStart, began, done, otherDone, end);
        shuffled.Observe(start, began, other, otherStart, otherDone, done, end);

        Assert.Equal(["Load completed", "Other completed", "run succeeded"], _written.Statuses);
        Assert.Equal(_written.Text, shuffled.Text);
    }

    [Fact]
    public void What_the_stream_throws_is_what_the_observer_throws()
    {
        using var stream = new FailingStream { Failures = 1 };
        var target = new WideEvents(stream);

        var thrown = Assert.Throws<IOException>(() => target.Observe(new LineEvents(Guid.NewGuid()).All()));

        Assert.Equal("The disk is full.", thrown.Message);
    }

    [Fact]
    public void A_line_that_was_cut_off_spoils_no_other()
    {
        using var stream = new FailingStream { Failures = 1, Taken = 20 };
        var target = new WideEvents(stream);
        Assert.Throws<IOException>(() => target.Observe(new LineEvents(Guid.NewGuid()).All()));

        target.Observe(new LineEvents(Guid.Empty).All());
        target.Observe(new LineEvents(Guid.Empty).All());

        var expected = new WrittenLines();
        expected.Observe(new LineEvents(Guid.Empty).All());
        Assert.Equal(
            $"{expected.Text[..20]}\n{expected.Text}{expected.Text}",
            Encoding.UTF8.GetString(stream.ToArray())
        );
    }

    [Fact]
    public async Task A_batch_that_was_not_written_is_written_once_when_it_comes_again()
    {
        using var stream = new FailingStream { Failures = 2 };
        var target = new WideEvents(stream);
        var batch = new LineEvents(Guid.Empty).All();
        await Assert.ThrowsAsync<IOException>(() => target.WriteAsync(batch));
        await Assert.ThrowsAsync<IOException>(() => target.WriteAsync(batch, attempt: 2));

        await target.WriteAsync(batch, attempt: 3);

        _written.Observe(new LineEvents(Guid.Empty).All());
        Assert.Equal($"\n\n{_written.Text}", Encoding.UTF8.GetString(stream.ToArray()));
        Assert.Equal(0, target.OpenRunCount);
    }

    [Fact]
    public async Task A_batch_that_a_sink_has_given_up_is_not_written_with_the_next()
    {
        using var stream = new FailingStream { Failures = 1 };
        var target = new WideEvents(stream);
        await Assert.ThrowsAsync<IOException>(() => target.WriteAsync(new LineEvents(Guid.NewGuid()).All()));

        await target.WriteAsync(new LineEvents(Guid.Empty).All());

        _written.Observe(new LineEvents(Guid.Empty).All());
        Assert.Equal($"\n{_written.Text}", Encoding.UTF8.GetString(stream.ToArray()));
    }

    [Fact]
    public async Task A_cancelled_write_has_taken_nothing()
    {
        using var source = new CancellationTokenSource();
        await source.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () =>
            await _written.Events.WriteAsync(new SinkBatch(new LineEvents(Guid.NewGuid()).All(), 0, 0, 1), source.Token)
        );

        Assert.Empty(_written.Text);
        Assert.Equal(0, _written.Events.OpenRunCount);
    }

    [Fact]
    public async Task Events_may_come_in_any_batches()
    {
        var whole = new LineEvents(Guid.Empty).All();
        foreach (var runEvent in whole)
        {
            Assert.Empty(_written.Text);
            await _written.Events.WriteAsync([runEvent]);
        }

        var expected = new WrittenLines();
        expected.Observe(whole);
        Assert.Equal(expected.Text, _written.Text);
    }

    [Fact]
    public async Task A_run_says_how_many_of_its_events_have_not_come()
    {
        var events = new LineEvents(Guid.NewGuid()).All();

        await _written.Events.WriteAsync([events[1], events[4]]);

        var run = _written.Run();
        Assert.Equal(3, run.GetProperty("events_missing").GetInt64());
        Assert.Equal("succeeded", run.GetProperty("status").GetString());
        Assert.False(run.TryGetProperty("started_at", out _));
        Assert.Equal(4_000, run.GetProperty("duration_ms").GetDouble());
        Assert.Single(_written.Lines);
    }

    [Fact]
    public async Task Where_ends_of_runs_do_not_come_the_oldest_run_is_written_as_unfinished()
    {
        var written = new WrittenLines(new WideEventOptions { MaxOpenRuns = 3 });
        var runs = Enumerable.Range(0, 5).Select(_ => new LineEvents(Guid.NewGuid())).ToArray();

        await written.Events.WriteAsync([.. runs.SelectMany(run => run.All()[..^1])]);

        Assert.Equal(["Load completed", "run unfinished", "Load completed", "run unfinished"], written.Statuses);
        Assert.Equal(
            runs[..2].Select(run => run.RunId),
            written.Objects.Select(line => line.GetProperty("run_id").GetGuid()).Distinct()
        );
        Assert.Equal(3, written.Events.OpenRunCount);
        Assert.Equal(3_000, written.Objects[1].GetProperty("duration_ms").GetDouble());

        await written.Events.WriteUnfinishedAsync();
        Assert.Equal(0, written.Events.OpenRunCount);
        Assert.Equal(10, written.Lines.Count);
    }

    [Fact]
    public async Task A_run_whose_line_cannot_be_made_costs_no_other_its_lines()
    {
        var failing = new LineEvents(Guid.NewGuid(), new RunContext { Baggage = new FailingBaggage() }).All();
        RunEvent[] batch = [.. failing, .. new LineEvents(Guid.Empty).All()];

        await Assert.ThrowsAsync<NotSupportedException>(() => _written.Events.WriteAsync(batch));
        Assert.Throws<NotSupportedException>(() => _written.Observe(failing));
        await _written.Events.WriteAsync(batch, attempt: 2);

        Assert.Equal(["Load completed", "run succeeded"], _written.Statuses);
        Assert.Equal(Guid.Empty, _written.Run().GetProperty("run_id").GetGuid());
    }

    [Fact]
    public void Options_and_streams_are_checked()
    {
        using var closed = new MemoryStream([], writable: false);
        Assert.Throws<ArgumentNullException>(() => new WideEvents(null!));
        Assert.Throws<ArgumentException>(() => new WideEvents(closed));
        Assert
            .Throws<ArgumentOutOfRangeException>(() =>
                new WideEvents(Stream.Null, new WideEventOptions { MaxTextLength = 0 })
            )
            .AssertSays("MaxTextLength must be 1 or more.", 0);
        Assert
            .Throws<ArgumentOutOfRangeException>(() =>
                new WideEvents(Stream.Null, new WideEventOptions { MaxOpenRuns = -3 })
            )
            .AssertSays("MaxOpenRuns must be 1 or more.", -3);
    }
}
