using Sluice.FunctionalTests.Harness;
using Sluice.Tests.Shared.Runs;

namespace Sluice.FunctionalTests.Observing;

/// <summary>Case 42: the exact text and numbers in the lines of a run.</summary>
public sealed partial class WideEventTests
{
    private static readonly Guid RunId = new("01890a5d-ac96-774b-bcce-b302099a8057");
    private static readonly Guid ParentId = new("01890a5d-ac96-774b-bcce-000000000001");

    // The properties that all lines of the run have.
    private const string Identity =
        "\"pipeline\":\"Sluice.FunctionalTests.Observing.WideEventTests.Ordering\",\"entry_point\":\"RunAsync\","
        + "\"run_id\":\"01890a5d-ac96-774b-bcce-b302099a8057\",\"parent_run_id\":\"01890a5d-ac96-774b-bcce-000000000001\","
        + "\"request_id\":\"r-1\",\"session_id\":\"s-2\",\"user_id\":\"ada\",\"tenant_id\":\"acme\",\"baggage\":{\"Region\":\"north\"}";

    private readonly ManualTimeProvider _clock = new();
    private readonly WrittenLines _written = new();

    [Fact]
    public async Task A_run_is_written_to_the_letter()
    {
        var context = new RunContext
        {
            RunId = RunId,
            ParentRunId = ParentId,
            RequestId = "r-1",
            SessionId = "s-2",
            UserId = "ada",
            TenantId = "acme",
            Baggage = new Dictionary<string, string> { ["Region"] = "north" },
            TimeProvider = _clock,
        };

        var run = new Ordering(_clock).RunAsync("tea", _written.Observer, context);
        for (var wait = 1; wait <= 2; wait++)
        {
            await _clock.WhenArmedAsync(wait).OrHang();
            _clock.Advance(TimeSpan.FromSeconds(wait));
        }

        Assert.Equal("tea, 12 left", await run.OrHang());

        Assert.Equal(
            """
            {"schema_version":1,"event":"stage","timestamp":"2030-01-01T00:00:00.0005+00:00",…,"stage":"Parse","stage_index":0,"status":"completed","started_at":"2030-01-01T00:00:00+00:00","duration_ms":0.5,"attempts":1,"output_size":1}
            {"schema_version":1,"event":"stage","timestamp":"2030-01-01T00:00:00.0205+00:00",…,"stage":"IsPresent","stage_index":2,"status":"completed","started_at":"2030-01-01T00:00:00.0205+00:00","duration_ms":0,"attempts":1}
            {"schema_version":1,"event":"stage","timestamp":"2030-01-01T00:00:00.0205+00:00",…,"stage":"Wrap","stage_index":3,"status":"skipped","attempts":0,"reason":"'IsPresent' is false"}
            {"schema_version":1,"event":"stage","timestamp":"2030-01-01T00:00:03.0605+00:00",…,"stage":"Reserve","stage_index":1,"status":"completed","started_at":"2030-01-01T00:00:00.0005+00:00","duration_ms":3060,"attempts":3,"retries":2,"retry_delay_ms":3000,"retry_error_type":"System.IO.IOException","retry_error_message":"busy\r\n\"2\" für ever"}
            {"schema_version":1,"event":"stage","timestamp":"2030-01-01T00:00:03.0605+00:00",…,"stage":"Close","stage_index":4,"status":"completed","started_at":"2030-01-01T00:00:03.0605+00:00","duration_ms":0,"attempts":1,"output_size":12}
            {"schema_version":1,"event":"run","timestamp":"2030-01-01T00:00:03.0605+00:00",…,"status":"succeeded","started_at":"2030-01-01T00:00:00+00:00","duration_ms":3060.5,"stages_completed":4,"stages_skipped":1,"stages_failed":0,"stages_cancelled":0,"retries":2,"retry_delay_ms":3000}

            """,
            _written.Text.Replace(Identity, "…", StringComparison.Ordinal)
        );
    }

    [Fact]
    public void A_stage_that_a_guard_has_run_again_has_one_line_that_counts_its_rounds()
    {
        var context = new RunContext { TimeProvider = _clock };

        new Article(_clock, passesAt: 3).Run("topic", _written.Observer, context);

        var write = _written.Stage("Write");
        Assert.Equal("completed", write.GetProperty("status").GetString());
        Assert.Equal(3, write.GetProperty("rounds").GetInt32());
        Assert.Equal(3, write.GetProperty("attempts").GetInt32());
        Assert.Equal(3_000, write.GetProperty("duration_ms").GetDouble());
        var check = _written.Stage("Check");
        Assert.Equal("completed", check.GetProperty("status").GetString());
        Assert.Equal(2, check.GetProperty("retries").GetInt32());
        Assert.Equal(3, check.GetProperty("rounds").GetInt32());
        Assert.Equal(600, check.GetProperty("duration_ms").GetDouble());
        Assert.Equal(1, _written.Stage("Count").GetProperty("attempts").GetInt32());
        Assert.Equal(3, _written.Run().GetProperty("stages_completed").GetInt32());
        Assert.Equal(2, _written.Run().GetProperty("retries").GetInt32());
        Assert.Equal(3_600, _written.Run().GetProperty("duration_ms").GetDouble());
    }

    [Fact]
    public void A_guard_whose_stages_fail_when_they_run_again_has_failed()
    {
        Assert.Throws<InvalidDataException>(() =>
            new Article(_clock, passesAt: 3, failsAt: 2).Run("topic", _written.Observer)
        );

        Assert.Equal("failed", _written.Stage("Write").GetProperty("status").GetString());
        Assert.Equal("failed", _written.Stage("Check").GetProperty("status").GetString());
        Assert.False(_written.Run().TryGetProperty("stages_unfinished", out _));
        Assert.Equal("Write", _written.Run().GetProperty("failed_stage").GetString());
        Assert.Equal("failed", _written.Run().GetProperty("status").GetString());
    }

    [Fact]
    public async Task A_stage_with_elements_has_one_line_that_counts_the_attempts_of_all()
    {
        var sum = await new Elements().RunAsync([1, 2, 3, 4], _written.Observer);

        Assert.Equal(10, sum);
        var line = _written.Stage("Take");
        Assert.Equal(4, line.GetProperty("output_size").GetInt32());
        Assert.Equal(2, line.GetProperty("retries").GetInt32());
        Assert.Equal(3, line.GetProperty("attempts").GetInt32());
        Assert.Equal("System.IO.InvalidDataException", line.GetProperty("retry_error_type").GetString());
    }

    [Fact]
    public void What_a_stage_tells_of_itself_is_summed_up()
    {
        new Telling().Run(3, _written.Observer);

        var line = _written.Stage("Tell");
        Assert.Equal(0.75, line.GetProperty("progress").GetDouble());
        Assert.Equal("almost", line.GetProperty("progress_message").GetString());
        Assert.Equal(4, line.GetProperty("published").GetInt32());
        Assert.Equal(15, line.GetProperty("published_size").GetInt64());
        Assert.Equal("end", line.GetProperty("published_name").GetString());
    }

    [Fact]
    public async Task A_nested_run_has_lines_of_its_own_that_name_its_parent()
    {
        var context = new RunContext { TenantId = "acme" };

        await new Outer(_written.Events).RunAsync(1, _written.Observer, context);

        Assert.Equal(["Deep completed", "run succeeded", "Call completed", "run succeeded"], _written.Statuses);
        var inner = _written.Objects[1];
        Assert.Equal(context.RunId, inner.GetProperty("parent_run_id").GetGuid());
        Assert.NotEqual(context.RunId, inner.GetProperty("run_id").GetGuid());
        Assert.Equal("acme", inner.GetProperty("tenant_id").GetString());
        Assert.False(_written.Objects[3].TryGetProperty("parent_run_id", out _));
    }

    [Fact]
    public async Task A_run_in_the_background_says_the_same()
    {
        var context = new RunContext { RunId = RunId, TimeProvider = _clock };
        new Article(_clock, passesAt: 2).Run("topic", _written.Observer, context);
        var inBackground = new WrittenLines();
        await using (var sink = new RunEventSink(inBackground.Events.WriteAsync))
        {
            // A new clock, so that the timestamps are the same.
            var again = new ManualTimeProvider();
            new Article(again, passesAt: 2).Run(
                "topic",
                sink.Observer,
                new RunContext { RunId = RunId, TimeProvider = again }
            );
        }

        Assert.NotEmpty(_written.Text);
        Assert.Equal(_written.Text, inBackground.Text);
        Assert.Equal(0, inBackground.Events.OpenRunCount);
    }

    [Fact]
    public async Task A_stream_that_nobody_reads_to_its_end_leaves_nothing_behind_and_says_nothing()
    {
        var (run, events) = await ReadOneAsync();
        for (var i = 0; i < 10 && events.IsAlive; i++)
        {
            GC.Collect();
            GC.WaitForPendingFinalizers();
        }

        Assert.False(run.IsAlive, "The run is kept.");
        Assert.False(events.IsAlive, "What was observed is kept.");

        // A separate method, so that no local variable keeps a reference.
        static async Task<(WeakReference Run, WeakReference Events)> ReadOneAsync()
        {
            var written = new WrittenLines();
            var letters = new Letters().StreamAsync(3, written.Observer).GetAsyncEnumerator();
            Assert.True(await letters.MoveNextAsync());
            Assert.Empty(written.Text);
            return (new WeakReference(letters), new WeakReference(written.Events));
        }
    }

    [Fact]
    public async Task A_stream_that_nobody_reads_to_its_end_is_unfinished_where_a_sink_was_told_of_it()
    {
        await using var sink = new RunEventSink(_written.Events.WriteAsync);
        var letters = new Letters().StreamAsync(3, sink.Observer).GetAsyncEnumerator();
        Assert.True(await letters.MoveNextAsync());
        await sink.StopAsync();

        Assert.Equal((0, 1), (_written.Lines.Count, _written.Events.OpenRunCount));
        await _written.Events.WriteUnfinishedAsync();

        Assert.Equal("unfinished", _written.Run().GetProperty("status").GetString());
        Assert.Equal(0, _written.Events.OpenRunCount);
        await letters.DisposeAsync();
    }

    [Fact]
    public async Task A_stream_is_written_when_its_reader_leaves()
    {
        await foreach (var letter in new Letters().StreamAsync(3, _written.Observer))
        {
            Assert.Equal('a', letter);
            Assert.Empty(_written.Text);
            break;
        }

        Assert.Equal("succeeded", _written.Run().GetProperty("status").GetString());
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Thousands_of_runs_at_once_write_whole_lines_one_for_each_run_and_stage(bool isInBackground)
    {
        const int Runs = 4_000;
        var pipeline = new Elements();
        var sink = new RunEventSink(_written.Events.WriteAsync);
        await Task.WhenAll(Enumerable.Range(0, 8).Select(worker => Task.Run(() => RunManyAsync(worker)))).OrHang();
        await sink.DisposeAsync();

        var runs = _written.Objects.GroupBy(line => line.GetProperty("run_id").GetGuid()).ToArray();
        Assert.Equal(Runs, runs.Length);
        Assert.All(
            runs,
            run =>
            {
                Assert.Equal(
                    ["Take", "Sum", null],
                    run.Select(line => line.TryGetProperty("stage", out var stage) ? stage.GetString() : null)
                );
                Assert.Equal("run", run.Last().GetProperty("event").GetString());
                Assert.Equal(2, run.Last().GetProperty("retries").GetInt32());
                Assert.False(run.Last().TryGetProperty("events_missing", out _));
            }
        );

        async Task RunManyAsync(int worker)
        {
            for (var i = 0; i < Runs / 8; i += 10)
            {
                await Task.WhenAll(
                    Enumerable
                        .Range(0, 10)
                        .Select(_ =>
                            isInBackground
                                ? pipeline.RunAsync([1, 2, 3, 4], sink.Observer).AsTask()
                                : pipeline.RunAsync([1, 2, 3, 4], _written.Observer).AsTask()
                        )
                );
            }
        }
    }
}
