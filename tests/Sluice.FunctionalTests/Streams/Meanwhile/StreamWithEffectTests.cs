using Sluice.FunctionalTests.Harness;

namespace Sluice.FunctionalTests.Streams.Meanwhile;

/// <summary>A stream is read while an effect runs at the same time, and ends when the whole run ends.</summary>
public sealed class StreamWithEffectTests
{
    private readonly ChatRun _run = new();
    private readonly RecordedEvents _events = new();
    private readonly InvalidDataException _failure = new();

    public static TheoryData<bool> EitherEntryPoint() => [false, true];

    [Theory, MemberData(nameof(EitherEntryPoint))]
    public async Task Items_arrive_while_the_effect_is_under_way_and_the_end_waits_for_it(bool isObserved)
    {
        var gate = _run.StoreWaits();
        await using var items = Enumerate(isObserved);
        for (var number = 1; number <= _run.Count; number++)
        {
            Assert.True(await items.MoveNextAsync().OrHang());
            Assert.Equal(number, items.Current);
        }

        var last = items.MoveNextAsync().AsTask();
        Assert.False(last.IsCompleted);
        Assert.Equal(["stream over"], _run.Journal.Entries);
        Assert.DoesNotContain(_events.All, told => told.Kind == RunEventKind.RunCompleted);

        gate.Open(1);
        Assert.False(await last.OrHang());
        Assert.Equal(
            ["stream over", "stored", "clean Book", "clean Store"],
            _run.Journal.Entries.Take(2).Concat(_run.Journal.Entries.Skip(2).Order(StringComparer.Ordinal))
        );
        AssertEnded(isObserved, RunStatus.Succeeded);
        Assert.False(await items.MoveNextAsync().OrHang());
    }

    [Theory, MemberData(nameof(EitherEntryPoint))]
    public async Task An_effect_that_fails_before_the_first_item_ends_the_run(bool isObserved)
    {
        _run.Store = _ => throw _failure;

        Assert.Same(_failure, await Assert.ThrowsAsync<InvalidDataException>(() => ReadAsync(isObserved).OrHang()));

        Assert.Equal(["clean Store"], _run.Journal.Entries);
        Assert.Equal(StageStatus.NotStarted, Report().Stages.Single(stage => stage.Name == "Answer").Status);
        AssertEnded(isObserved, RunStatus.Failed);
    }

    [Theory, MemberData(nameof(EitherEntryPoint))]
    public async Task An_effect_that_fails_while_the_stream_waits_ends_it(bool isObserved)
    {
        var store = _run.StoreWaits();
        _ = _run.ItemWaits(2);
        await using var items = Enumerate(isObserved);
        Assert.True(await items.MoveNextAsync().OrHang());
        var next = items.MoveNextAsync().AsTask();
        Assert.False(next.IsCompleted);

        store.Fail(_failure);

        Assert.Same(_failure, await Assert.ThrowsAsync<InvalidDataException>(() => next.OrHang()));
        Assert.Equal("stream over", _run.Journal.Entries[0]);
        AssertFailed(isObserved, "Store", StageStatus.Failed);
        Assert.Equal(StageStatus.Cancelled, Report().Stages.Single(stage => stage.Name == "Answer").Status);
    }

    [Theory, MemberData(nameof(EitherEntryPoint))]
    public async Task What_a_stream_gives_after_the_effect_has_failed_is_not_given_on(bool isObserved)
    {
        var store = _run.StoreWaits();
        var item = _run.ItemWaits(2, heedsToken: false);
        await using var items = Enumerate(isObserved);
        Assert.True(await items.MoveNextAsync().OrHang());
        var next = items.MoveNextAsync().AsTask();

        store.Fail(_failure);
        Assert.False(next.IsCompleted);
        Assert.Empty(_run.Journal.Entries);
        item.Open(2);

        Assert.Same(_failure, await Assert.ThrowsAsync<InvalidDataException>(() => next.OrHang()));
        AssertFailed(isObserved, "Store", StageStatus.Failed);
    }

    [Theory, MemberData(nameof(EitherEntryPoint))]
    public async Task An_effect_that_fails_between_items_is_thrown_with_the_next(bool isObserved)
    {
        var store = _run.StoreWaits();
        await using var items = Enumerate(isObserved);
        Assert.True(await items.MoveNextAsync().OrHang());

        store.Fail(_failure);

        Assert.Same(_failure, await Assert.ThrowsAsync<InvalidDataException>(() => items.MoveNextAsync().OrHang()));
        AssertFailed(isObserved, "Store", StageStatus.Failed);
    }

    [Theory, MemberData(nameof(EitherEntryPoint))]
    public async Task An_effect_that_fails_after_the_last_item_takes_the_place_of_the_end(bool isObserved)
    {
        var store = _run.StoreWaits();
        var reading = ReadAsync(isObserved);
        await _run.Journal.UntilAsync(entries => entries.Contains("stream over")).OrHang();

        store.Fail(_failure);

        Assert.Same(_failure, await Assert.ThrowsAsync<InvalidDataException>(() => reading.OrHang()));
        AssertFailed(isObserved, "Store", StageStatus.Failed);
        Assert.Equal(StageStatus.Completed, Report().Stages.Single(stage => stage.Name == "Answer").Status);
    }

    [Theory, MemberData(nameof(EitherEntryPoint))]
    public async Task A_failure_between_items_is_thrown_by_disposal_where_nothing_else_is_asked_for(bool isObserved)
    {
        var store = _run.StoreWaits();
        var items = Enumerate(isObserved);
        Assert.True(await items.MoveNextAsync().OrHang());
        store.Fail(_failure);

        Assert.Same(_failure, await Assert.ThrowsAsync<InvalidDataException>(() => items.DisposeAsync().OrHang()));
        AssertFailed(isObserved, "Store", StageStatus.Failed);
        await items.DisposeAsync().OrHang();
    }

    [Theory, MemberData(nameof(EitherEntryPoint))]
    public async Task A_stream_that_fails_cancels_the_effect(bool isObserved)
    {
        _ = _run.StoreWaits();
        _run.BeforeItem = (number, _) => number == 2 ? throw _failure : default;

        Assert.Same(_failure, await Assert.ThrowsAsync<InvalidDataException>(() => ReadAsync(isObserved).OrHang()));

        AssertFailed(isObserved, "Answer", StageStatus.Failed);
        Assert.Equal(StageStatus.Cancelled, Report().Stages.Single(stage => stage.Name == "Store").Status);
        Assert.Contains("store cancelled", _run.Journal.Entries);
    }

    [Theory, MemberData(nameof(EitherEntryPoint))]
    public async Task What_fails_after_the_stream_is_a_further_failure(bool isObserved)
    {
        var later = new FormatException();
        var gate = _run.StoreWaits(heedsToken: false);
        _run.BeforeItem = (number, _) => number == 2 ? throw _failure : default;
        var reading = ReadAsync(isObserved);
        await _run.Journal.UntilAsync(entries => entries.Contains("stream over")).OrHang();
        Assert.False(reading.IsCompleted);

        gate.Fail(later);

        Assert.Same(_failure, await Assert.ThrowsAsync<InvalidDataException>(() => reading.OrHang()));
        Assert.Equal([later], RunFailure.Of(_failure)!.FurtherFailures);
    }

    [Theory, MemberData(nameof(EitherEntryPoint))]
    public async Task A_reader_that_leaves_cancels_the_effect_and_waits_for_it(bool isObserved)
    {
        var gate = _run.StoreWaits(heedsToken: false);
        var items = Enumerate(isObserved);
        Assert.True(await items.MoveNextAsync().OrHang());

        var leaving = items.DisposeAsync().AsTask();
        await _run.Journal.UntilAsync(entries => entries.Count > 0).OrHang();
        Assert.Equal(["stream over"], _run.Journal.Entries);
        Assert.False(leaving.IsCompleted);
        gate.Open(1);
        await leaving.OrHang();

        Assert.DoesNotContain("undo Book 3", _run.Journal.Entries);
        Assert.Equal(4, _run.Journal.Entries.Count);
        AssertEnded(isObserved, RunStatus.Succeeded);
        await items.DisposeAsync().OrHang();
        Assert.False(await items.MoveNextAsync().OrHang());
    }

    [Theory, MemberData(nameof(EitherEntryPoint))]
    public async Task A_reader_that_leaves_is_not_told_that_it_has_cancelled_the_run(bool isObserved)
    {
        _ = _run.StoreWaits();
        var items = Enumerate(isObserved);
        Assert.True(await items.MoveNextAsync().OrHang());

        await items.DisposeAsync().OrHang();

        Assert.Contains("store cancelled", _run.Journal.Entries);
        Assert.Contains("undo Book 3", _run.Journal.Entries);
        AssertEnded(isObserved, RunStatus.Cancelled);
    }

    [Theory, MemberData(nameof(EitherEntryPoint))]
    public async Task A_reader_that_leaves_is_told_what_fails_meanwhile(bool isObserved)
    {
        var gate = _run.StoreWaits(heedsToken: false);
        var items = Enumerate(isObserved);
        Assert.True(await items.MoveNextAsync().OrHang());

        var leaving = items.DisposeAsync().AsTask();
        gate.Fail(_failure);

        Assert.Same(_failure, await Assert.ThrowsAsync<InvalidDataException>(() => leaving.OrHang()));
        AssertEnded(isObserved, RunStatus.Failed);
    }

    [Theory]
    [InlineData(false, false)]
    [InlineData(false, true)]
    [InlineData(true, false)]
    [InlineData(true, true)]
    public async Task Either_token_cancels_all(bool isObserved, bool byEnumeration)
    {
        using var source = new CancellationTokenSource();
        using var other = new CancellationTokenSource();
        _ = _run.StoreWaits();
        _ = _run.ItemWaits(2);
        await using var items = Stream(isObserved, byEnumeration ? other.Token : source.Token)
            .GetAsyncEnumerator(byEnumeration ? source.Token : other.Token);
        Assert.True(await items.MoveNextAsync().OrHang());
        var next = items.MoveNextAsync().AsTask();

        await source.CancelAsync();

        var thrown = await Assert.ThrowsAnyAsync<OperationCanceledException>(() => next.OrHang());
        Assert.Equal(source.Token, thrown.CancellationToken);
        Assert.Contains("store cancelled", _run.Journal.Entries);
        Assert.Contains("stream over", _run.Journal.Entries);
        AssertEnded(isObserved, RunStatus.Cancelled);
    }

    [Fact]
    public async Task A_run_that_was_cancelled_before_starts_nothing()
    {
        using var source = new CancellationTokenSource();
        await source.CancelAsync();
        await using var items = Stream(isObserved: true, source.Token).GetAsyncEnumerator();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => items.MoveNextAsync().OrHang());

        Assert.Empty(_run.Journal.Entries);
        AssertEnded(isObserved: true, RunStatus.Cancelled);
    }

    [Fact]
    public async Task A_deadline_ends_the_run_while_it_is_read()
    {
        var time = new ManualTimeProvider();
        var context = new RunContext { TimeProvider = time, Deadline = time.GetUtcNow() + TimeSpan.FromMinutes(1) };
        _ = _run.StoreWaits();
        _ = _run.ItemWaits(2);
        await using var items = new Chat()
            .StreamAsync(_run, _events.Observer, context, CancellationToken.None)
            .GetAsyncEnumerator();
        Assert.True(await items.MoveNextAsync().OrHang());
        var next = items.MoveNextAsync().AsTask();

        time.Advance(TimeSpan.FromMinutes(2));

        var thrown = await Assert.ThrowsAsync<TimeoutException>(() => next.OrHang());
        Assert.NotNull(RunFailure.Of(thrown)!.Report);
        AssertEnded(isObserved: true, RunStatus.Failed);
    }

    [Fact]
    public async Task The_events_tell_of_the_stream_when_it_has_ended()
    {
        var gate = _run.StoreWaits();
        var reading = ReadAsync(isObserved: true);
        await _run.Journal.UntilAsync(entries => entries.Contains("stream over")).OrHang();
        gate.Open(1);
        Assert.Equal([1, 2, 3], await reading.OrHang());

        _events.Check();
        Assert.Equal(3, _events.EndOf("Answer").OutputSize);
        Assert.Equal(RunEventKind.StageCompleted, _events.EndOf("Answer").Kind);
        Assert.Equal("Store", _events.All[^2].Stage);
        Assert.Equal(RunEventKind.RunCompleted, _events.All[^1].Kind);
    }

    [Fact]
    public async Task Run_objects_serve_a_thousand_runs_of_all_ends()
    {
        var chat = new Chat();
        for (var number = 0; number < 1_000; number++)
        {
            var run = new ChatRun { Count = 2 };
            var gate = run.StoreWaits();
            var items = chat.PlainAsync(run, CancellationToken.None).GetAsyncEnumerator();
            Assert.True(await items.MoveNextAsync().OrHang());
            Assert.Equal(1, items.Current);
            switch (number % 4)
            {
                case 0:
                    gate.Fail(_failure);
                    await Assert.ThrowsAsync<InvalidDataException>(() => items.MoveNextAsync().OrHang());
                    break;
                case 1:
                    await items.DisposeAsync().OrHang();
                    Assert.Contains("store cancelled", run.Journal.Entries);
                    break;
                default:
                    gate.Open(number);
                    Assert.True(await items.MoveNextAsync().OrHang());
                    Assert.False(await items.MoveNextAsync().OrHang());
                    break;
            }

            await items.DisposeAsync().OrHang();
            Assert.False(await items.MoveNextAsync().OrHang());
            Assert.Equal(1, run.Journal.Entries.Count(entry => entry == "clean Store"));
            Assert.Equal(number % 4 < 2 ? 1 : 0, run.Journal.Entries.Count(entry => entry == "undo Book 2"));
        }
    }

    [Fact]
    public async Task A_disposal_while_an_item_is_awaited_is_refused_and_does_no_harm()
    {
        var store = _run.StoreWaits();
        var item = _run.ItemWaits(2);
        var items = Enumerate(isObserved: true);
        Assert.True(await items.MoveNextAsync().OrHang());
        var next = items.MoveNextAsync().AsTask();

        await Assert.ThrowsAsync<NotSupportedException>(() => items.DisposeAsync().OrHang());

        item.Open(2);
        Assert.True(await next.OrHang());
        store.Open(1);
        Assert.True(await items.MoveNextAsync().OrHang());
        Assert.False(await items.MoveNextAsync().OrHang());
        AssertEnded(isObserved: true, RunStatus.Succeeded);
    }

    [Fact]
    public async Task Runs_on_many_threads_end_once_and_whole()
    {
        var chat = new Chat();
        await Parallel.ForAsync(
            0,
            4_000,
            new ParallelOptions { MaxDegreeOfParallelism = 16 },
            async (number, _) =>
            {
                var run = new ChatRun { Count = 4 };
                run.Store = async _ =>
                {
                    await Task.Yield();
                    if (number % 3 == 0)
                    {
                        throw new FormatException();
                    }
                };
                run.BeforeItem = async (item, _) =>
                {
                    await Task.Yield();
                    if (number % 5 == 0 && item == 3)
                    {
                        throw new FormatException();
                    }
                };
                var fails = false;
                try
                {
                    await foreach (var item in chat.PlainAsync(run, CancellationToken.None))
                    {
                        if (number % 7 == 0 && item == 2)
                        {
                            break;
                        }
                    }
                }
                catch (FormatException exception)
                {
                    fails = true;
                    Assert.NotNull(RunFailure.Of(exception));
                }

                var entries = run.Journal.Entries;
                Assert.Equal(1, entries.Count(entry => entry == "clean Store"));
                // The effect may fail before the compensated stage has started.
                var booked = entries.Count(entry => entry == "clean Book");
                Assert.InRange(booked, fails ? 0 : 1, 1);
                Assert.Equal(fails ? booked : 0, entries.Count(entry => entry == "undo Book 4"));
                Assert.True(fails || number % 7 == 0 || (number % 3 != 0 && number % 5 != 0));
                Assert.StartsWith("clean", entries[^1], StringComparison.Ordinal);
            }
        );
    }

    private IAsyncEnumerator<int> Enumerate(bool isObserved) =>
        Stream(isObserved, CancellationToken.None).GetAsyncEnumerator();

    private IAsyncEnumerable<int> Stream(bool isObserved, CancellationToken token) =>
        isObserved ? new Chat().StreamAsync(_run, _events.Observer, null, token) : new Chat().PlainAsync(_run, token);

    private async Task<List<int>> ReadAsync(bool isObserved)
    {
        var numbers = new List<int>();
        await foreach (var number in Stream(isObserved, CancellationToken.None).ConfigureAwait(false))
        {
            numbers.Add(number);
        }

        return numbers;
    }

    private RunReport Report() => RunFailure.Of(_failure)!.Report!;

    private void AssertFailed(bool isObserved, string stage, StageStatus status)
    {
        Assert.Equal(status, Report().Stages.Single(report => report.Name == stage).Status);
        Assert.Equal(
            ["undo Book 3", "clean"],
            _run.Journal.Entries.TakeLast(3).Take(1).Append(_run.Journal.Entries[^1][..5])
        );
        AssertEnded(isObserved, RunStatus.Failed);
    }

    private void AssertEnded(bool isObserved, RunStatus status)
    {
        var entries = _run.Journal.Entries;
        Assert.Equal(entries.Count == 0 ? 0 : 1, entries.Count(entry => entry == "clean Store"));
        if (isObserved)
        {
            _events.Check();
            Assert.Equal(status, Assert.Single(_events.All, told => told.Kind == RunEventKind.RunCompleted).Status);
        }
    }
}
