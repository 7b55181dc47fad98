using Microsoft.Extensions.Logging;

namespace Sluice.Logging.Tests;

public sealed class LoggingObserverTests
{
    private static readonly Guid RunId = new("01890a5d-ac96-774b-bcce-b302099a8057");
    private const string Of = "of run 01890a5d-ac96-774b-bcce-b302099a8057 of Sluice.Logging.Tests.Shop.RunAsync";
    private const string Run = "Run 01890a5d-ac96-774b-bcce-b302099a8057 of Sluice.Logging.Tests.Shop.RunAsync";

    private readonly ManualTimeProvider _clock = new();
    private readonly CollectingLogger _logger = new();

    [Fact]
    public async Task Each_event_of_a_run_is_logged_in_its_words()
    {
        Assert.Equal(3, await RunAsync(new Shop(_clock), _logger));

        Assert.Equal(
            [
                $"1 RunStarted Debug: {Run} started",
                $"11 StageReady Trace: Stage Reserve {Of} is ready",
                $"12 StageStarted Trace: Stage Reserve {Of} started, attempt 1",
                $"16 StageCompleted Debug: Stage Reserve {Of} completed in 1000 ms, attempt 1",
                $"11 StageReady Trace: Stage IsGift {Of} is ready",
                $"12 StageStarted Trace: Stage IsGift {Of} started, attempt 1",
                $"16 StageCompleted Debug: Stage IsGift {Of} completed in 0 ms, attempt 1",
                $"11 StageReady Trace: Stage Wrap {Of} is ready",
                $"17 StageSkipped Debug: Stage Wrap {Of} was skipped: 'IsGift' is false",
                $"11 StageReady Trace: Stage Close {Of} is ready",
                $"12 StageStarted Trace: Stage Close {Of} started, attempt 1",
                $"14 StageProgressed Debug: Stage Close {Of} is at 0.5: half",
                $"15 StagePublished Debug: Stage Close {Of} published note",
                $"16 StageCompleted Debug: Stage Close {Of} completed in 1000 ms, attempt 1",
                $"2 RunSucceeded Information: {Run} succeeded in 2000 ms",
            ],
            _logger.Messages.Select(message => message.Short)
        );
        Assert.All(_logger.Messages, message => Assert.Null(message.Exception));
    }

    [Fact]
    public async Task A_failure_that_ends_the_run_is_logged_once_with_its_exception()
    {
        var run = RunAsync(new Shop(_clock, failures: 3), _logger).AsTask();
        for (var wait = 1; wait <= 2; wait++)
        {
            await _clock.WhenArmedAsync(wait).OrHang();
            _clock.Advance(TimeSpan.FromSeconds(2));
        }

        var thrown = await Assert.ThrowsAsync<InvalidDataException>(() => run.OrHang());

        var loud = _logger.Messages.Where(message => message.Level >= LogLevel.Information).ToArray();
        Assert.Equal(
            [
                $"13 StageRetrying Warning: Stage Reserve {Of} failed at attempt 1; the next attempt follows in 2000 ms",
                $"13 StageRetrying Warning: Stage Reserve {Of} failed at attempt 2; the next attempt follows in 2000 ms",
                $"3 RunFailed Error: {Run} failed after 7000 ms",
            ],
            loud.Select(message => message.Short)
        );
        Assert.Equal(["busy 1", "busy 2", "busy 3"], loud.Select(message => message.Exception!.Message));
        Assert.Same(thrown, loud[^1].Exception);
        var ofStage = Assert.Single(_logger.Messages, message => message.Id.Id == 18);
        Assert.Equal($"18 StageFailed Debug: Stage Reserve {Of} failed after 7000 ms, attempt 3", ofStage.Short);
        Assert.Null(ofStage.Exception);
    }

    [Theory]
    [InlineData(null, LogLevel.Error)]
    [InlineData(LogLevel.Information, LogLevel.Information)]
    public void The_level_of_an_expected_refusal_can_be_set(LogLevel? chosen, LogLevel expected)
    {
        var observer = new LoggingObserver(_logger)
        {
            FailureLevel = exception => exception is GuardFailedException ? chosen : LogLevel.Critical,
        };

        var thrown = Assert.Throws<GuardFailedException>(() => new Gate().Run("bad", observer));

        var logged = Assert.Single(_logger.Messages, message => message.Exception is not null);
        Assert.Equal((3, expected), (logged.Id.Id, logged.Level));
        Assert.Same(thrown, logged.Exception);
        Assert.DoesNotContain(_logger.Messages, message => message.Level > LogLevel.Debug && message != logged);
    }

    [Fact]
    public async Task Failures_that_do_not_end_the_run_are_logged_with_their_exceptions_as_warnings()
    {
        var thrown = await Assert.ThrowsAsync<InvalidDataException>(() =>
            new Counter().RunAsync("tea", new LoggingObserver(_logger)).AsTask()
        );

        Assert.Equal(
            ["StageFailed Warning handled", "StageFailed Warning second", "RunFailed Error first"],
            _logger
                .Messages.Where(message => message.Exception is not null)
                .Select(message => $"{message.Id.Name} {message.Level} {message.Exception!.Message}")
        );
        Assert.Equal("first", thrown.Message);
    }

    [Theory]
    [InlineData(RunEventKind.StageRetrying, false)]
    [InlineData(RunEventKind.StageFailed, false)]
    [InlineData(RunEventKind.RunCompleted, true)]
    public void Every_message_with_a_failure_may_have_a_level_of_its_own(RunEventKind kind, bool isOfRun)
    {
        new LoggingObserver(_logger) { FailureLevel = _ => LogLevel.Critical }.Observe(
            new RunEvent
            {
                Kind = kind,
                SequenceNumber = 1,
                Timestamp = default,
                RunId = RunId,
                Pipeline = "Shop",
                EntryPoint = "RunAsync",
                Stage = isOfRun ? null : "Load",
                Status = isOfRun ? RunStatus.Failed : RunStatus.Running,
                Error = new InvalidDataException(),
            }
        );

        Assert.Equal(LogLevel.Critical, Assert.Single(_logger.Messages).Level);
    }

    [Fact]
    public void What_cannot_be_undone_is_an_error_however_much_the_runs_failure_was_to_be_expected()
    {
        var observer = new LoggingObserver(_logger) { FailureLevel = _ => LogLevel.Debug };
        var context = new RunContext { RunId = RunId, TimeProvider = _clock };

        Assert.Throws<InvalidDataException>(() => new Booking(_clock).Run(1, observer, context));

        const string OfRun = "of run 01890a5d-ac96-774b-bcce-b302099a8057 of Sluice.Logging.Tests.Booking.Run";
        var logged = _logger.Messages.Where(message => message.Id.Id is >= 20 and < 30).ToArray();
        Assert.Equal(
            [
                $"20 CompensationStarted Trace: Stage Charge {OfRun} is about to be undone, attempt 1",
                $"21 CompensationCompleted Information: Stage Charge {OfRun} was undone in 1000 ms, attempt 1",
                $"20 CompensationStarted Trace: Stage Reserve {OfRun} is about to be undone, attempt 1",
                $"22 CompensationFailed Error: Stage Reserve {OfRun} could not be undone: its compensation failed after 1000 ms, attempt 1",
            ],
            logged.Select(message => message.Short)
        );
        Assert.Equal([null, null, null, "reserved for ever"], logged.Select(message => message.Exception?.Message));
    }

    [Fact]
    public async Task A_cancellation_is_no_error()
    {
        using var source = new CancellationTokenSource();
        _clock.CreateTimer(_ => source.Cancel(), null, TimeSpan.FromSeconds(2), Timeout.InfiniteTimeSpan);

        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () =>
            await RunAsync(new Shop(_clock), _logger, source.Token)
        );

        var last = _logger.Messages.TakeLast(2).ToArray();
        Assert.Equal(
            [
                $"19 StageCancelled Debug: Stage Close {Of} was cancelled after 1000 ms, attempt 1",
                $"4 RunCancelled Information: {Run} was cancelled after 2000 ms: the caller requested it",
            ],
            last.Select(message => message.Short)
        );
        Assert.All(last, message => Assert.IsAssignableFrom<OperationCanceledException>(message.Exception));
    }

    [Fact]
    public async Task Messages_are_structured()
    {
        await RunAsync(new Shop(_clock), _logger);

        Assert.Equal(["DurationMs", "EntryPoint", "Pipeline", "RunId", "{OriginalFormat}"], NamesIn(2));
        Assert.Equal(
            ["Attempt", "DurationMs", "EntryPoint", "Pipeline", "RunId", "Stage", "{OriginalFormat}"],
            NamesIn(16)
        );
        Assert.Equal(["EntryPoint", "Pipeline", "PublishedName", "RunId", "Stage", "{OriginalFormat}"], NamesIn(15));
        var completed = _logger.Messages.First(message => message.Id.Id == 16).Values;
        Assert.Equal(RunId, completed["RunId"]);
        Assert.Equal(1000.0, completed["DurationMs"]);
        Assert.Equal(1, completed["Attempt"]);
        Assert.Equal("Reserve", completed["Stage"]);
        Assert.Equal("Sluice.Logging.Tests.Shop", completed["Pipeline"]);

        IEnumerable<string> NamesIn(int id) =>
            _logger.Messages.First(message => message.Id.Id == id).Values.Keys.Order(StringComparer.Ordinal);
    }

    [Theory]
    [InlineData(LogLevel.Debug, 8)]
    [InlineData(LogLevel.Information, 1)]
    [InlineData(LogLevel.Warning, 0)]
    [InlineData(LogLevel.None, 0)]
    public async Task Only_what_is_enabled_is_logged_and_scoped(LogLevel from, int messages)
    {
        var logger = new CollectingLogger(from);

        await RunAsync(new Shop(_clock), logger, includeContext: true);

        Assert.Equal(messages, logger.Messages.Count);
        Assert.Equal(messages, logger.Scopes);
    }

    [Theory]
    [InlineData(LogLevel.Trace)]
    [InlineData(LogLevel.Debug)]
    [InlineData(LogLevel.Information)]
    [InlineData(LogLevel.Warning)]
    [InlineData(LogLevel.Error)]
    [InlineData(LogLevel.Critical)]
    public void Every_event_whose_level_is_on_is_logged_in_one_scope(LogLevel from)
    {
        var logger = new CollectingLogger(from);
        var expected = 0;
        foreach (var (level, runEvent) in AllEvents())
        {
            new LoggingObserver(logger, includeContext: true).Observe(in runEvent);
            expected += level >= from ? 1 : 0;
            Assert.Equal((expected, expected), (logger.Messages.Count, logger.Scopes));
            Assert.True(level < from || logger.Messages[^1].Level == level, $"{runEvent.Kind}");
        }

        Assert.All(logger.Messages, message => Assert.Equal("ada", message.Scope?["UserId"]));
    }

    [Fact]
    public async Task The_scope_says_whose_run_it_is_and_stays_with_the_messages()
    {
        var shop = new Shop(_clock, logger: _logger);

        await RunAsync(shop, _logger, includeContext: true);

        Assert.Null(shop.ScopeInStage);
        Assert.Null(_logger.CurrentScope);
        Assert.NotEmpty(_logger.Messages);
        Assert.All(
            _logger.Messages,
            message =>
                Assert.Equal(
                    ["Region: north", "RequestId: r-1", "TenantId: acme", "UserId: ada"],
                    message.Scope!.Select(value => $"{value.Key}: {value.Value}").Order(StringComparer.Ordinal)
                )
        );
    }

    [Fact]
    public async Task Without_it_there_is_no_scope()
    {
        await RunAsync(new Shop(_clock), _logger);

        Assert.Equal(0, _logger.Scopes);
    }

    [Fact]
    public void An_observer_without_a_logger_does_nothing()
    {
        default(LoggingObserver).Observe(
            new RunEvent
            {
                Kind = RunEventKind.RunStarted,
                SequenceNumber = 1,
                Timestamp = default,
                RunId = RunId,
                Pipeline = "Shop",
                EntryPoint = "RunAsync",
            }
        );

        Assert.Throws<ArgumentNullException>(() => new LoggingObserver(null!));
    }

    private static IEnumerable<(LogLevel Level, RunEvent Event)> AllEvents()
    {
        foreach (var kind in Enum.GetValues<RunEventKind>())
        {
            foreach (var status in Enum.GetValues<RunStatus>())
            {
                // The levels are those of the documentation.
                var level = (kind, status) switch
                {
                    (RunEventKind.StageReady or RunEventKind.StageStarted, _) => LogLevel.Trace,
                    (RunEventKind.CompensationStarted, _) => LogLevel.Trace,
                    (RunEventKind.CompensationCompleted, _) => LogLevel.Information,
                    (RunEventKind.CompensationFailed, _) => LogLevel.Error,
                    (RunEventKind.StageRetrying or RunEventKind.StageFailed, _) => LogLevel.Warning,
                    (RunEventKind.RunCompleted, RunStatus.Failed) => LogLevel.Error,
                    (RunEventKind.RunCompleted, _) => LogLevel.Information,
                    _ => LogLevel.Debug,
                };
                yield return (
                    level,
                    new RunEvent
                    {
                        Kind = kind,
                        SequenceNumber = 1,
                        Timestamp = default,
                        RunId = RunId,
                        Pipeline = "Shop",
                        EntryPoint = "RunAsync",
                        Context = new RunContext { UserId = "ada" },
                        Stage = kind is RunEventKind.RunStarted or RunEventKind.RunCompleted ? null : "Load",
                        Status = status,
                    }
                );
            }
        }
    }

    private ValueTask<long> RunAsync(
        Shop shop,
        ILogger logger,
        CancellationToken token = default,
        bool includeContext = false
    ) =>
        shop.RunAsync(
            "tea",
            new LoggingObserver(logger, includeContext),
            new RunContext
            {
                RunId = RunId,
                RequestId = "r-1",
                UserId = "ada",
                TenantId = "acme",
                Baggage = new Dictionary<string, string> { ["Region"] = "north" },
                TimeProvider = _clock,
            },
            token
        );
}
