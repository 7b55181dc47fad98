namespace Sluice.FaultTests;

/// <summary>An entry point of one of the pipelines with injected faults.</summary>
internal sealed class FaultyPipeline
{
    private static readonly FaultyPipeline[] Known =
    [
        new("orders", typeof(FaultyOrders), "RunAsync") { Expected = n => [OrdersTotal(n)] },
        new("orders, as a result", typeof(FaultyOrders), "TryRunAsync") { Expected = n => [OrdersTotal(n)] },
        new("orders, unobserved", typeof(FaultyOrders), "PlainAsync") { Expected = n => [OrdersTotal(n)] },
        new("sequence", typeof(FaultySequence), "RunAsync") { Expected = n => [(2 * n) + 3] },
        new("sequence, as a result", typeof(FaultySequence), "TryRunAsync") { Expected = n => [(2 * n) + 3] },
        new("sequence, unobserved", typeof(FaultySequence), "PlainAsync") { Expected = n => [(2 * n) + 3] },
        new("line", typeof(FaultyLine), "Run") { Expected = n => [(2 * n) + 3] },
        new("line, as a result", typeof(FaultyLine), "TryRun") { Expected = n => [(2 * n) + 3] },
        new("line, unobserved", typeof(FaultyLine), "Plain") { Expected = n => [(2 * n) + 3] },
        new("hedge", typeof(FaultyHedge), "RunAsync") { Expected = n => [(2 * n) + 1] },
        new("hedge, as a result", typeof(FaultyHedge), "TryRunAsync") { Expected = n => [(2 * n) + 1] },
        new("hedge, unobserved", typeof(FaultyHedge), "PlainAsync") { Expected = n => [(2 * n) + 1] },
        new("feed", typeof(FaultyFeed), "StreamAsync") { Expected = FeedItems },
        new("feed, unobserved", typeof(FaultyFeed), "PlainAsync") { Expected = FeedItems },
        new("feed with an effect", typeof(FaultyFeed), "StreamAndStoreAsync") { Expected = FeedItems },
        new("feed with an effect, unobserved", typeof(FaultyFeed), "PlainAndStoreAsync") { Expected = FeedItems },
        new("feed, cut", typeof(FaultyFeed), "CutAsync") { Expected = FeedItems },
    ];

    private FaultyPipeline(string name, Type type, string entryPoint) =>
        (Name, Type, EntryPoint) = (name, type, entryPoint);

    public static IReadOnlyList<string> Names => [.. Known.Select(pipeline => pipeline.Name)];

    public string Name { get; }

    public Type Type { get; }

    public string EntryPoint { get; }

    /// <summary>The expected output of a run with the given number, empty if the entry point has no output.</summary>
    public required Func<int, IReadOnlyList<int>> Expected { get; init; }

    public static FaultyPipeline Of(string name) => Known.Single(pipeline => pipeline.Name == name);

    public object Create() => Activator.CreateInstance(Type)!;

    /// <summary>Runs to the end, and tells the run that its caller has seen its end.</summary>
    /// <param name="instance">The instance that <see cref="Create"/> returned.</param>
    /// <param name="run">The input.</param>
    /// <param name="events">The recorder of the events, if the entry point takes an observer.</param>
    /// <param name="deadline">The run's deadline.</param>
    /// <param name="ended">Called when the run has ended, on the thread on which it ended.</param>
    public async Task<FaultyEnd> RunAsync(
        object instance,
        FaultyRun run,
        RecordedEvents events,
        DateTimeOffset? deadline = null,
        Action? ended = null
    )
    {
        var context = new RunContext { TimeProvider = run.Time, Deadline = deadline };
        var end = await EndOfAsync(instance, run, events.Observer, context).ConfigureAwait(false);
        ended?.Invoke();
        run.Ended();
        return end;
    }

    private async Task<FaultyEnd> EndOfAsync(
        object instance,
        FaultyRun run,
        RecordingObserver observer,
        RunContext context
    )
    {
        var items = new List<int>();
        try
        {
            return (instance, EntryPoint) switch
            {
                (FaultyOrders found, "RunAsync") => Ended(
                    await found.RunAsync(run, observer, context, run.Token).ConfigureAwait(false)
                ),
                (FaultyOrders found, "TryRunAsync") => Ended(
                    await found.TryRunAsync(run, observer, context, run.Token).ConfigureAwait(false)
                ),
                (FaultyOrders found, _) => Ended(await found.PlainAsync(run, context, run.Token).ConfigureAwait(false)),
                (FaultySequence found, "RunAsync") => Ended(
                    await found.RunAsync(run, observer, context, run.Token).ConfigureAwait(false)
                ),
                (FaultySequence found, "TryRunAsync") => Ended(
                    await found.TryRunAsync(run, observer, context, run.Token).ConfigureAwait(false)
                ),
                (FaultySequence found, _) => Ended(
                    await found.PlainAsync(run, context, run.Token).ConfigureAwait(false)
                ),
                (FaultyLine found, "Run") => Ended(found.Run(run, observer, context, run.Token)),
                (FaultyLine found, "TryRun") => Ended(found.TryRun(run, observer, context, run.Token)),
                (FaultyLine found, _) => Ended(found.Plain(run, context, run.Token)),
                (FaultyHedge found, "RunAsync") => Ended(
                    await found.RunAsync(run, observer, context, run.Token).ConfigureAwait(false)
                ),
                (FaultyHedge found, "TryRunAsync") => Ended(
                    await found.TryRunAsync(run, observer, context, run.Token).ConfigureAwait(false)
                ),
                (FaultyHedge found, _) => Ended(await found.PlainAsync(run, context, run.Token).ConfigureAwait(false)),
                (FaultyFeed found, "StreamAsync") => await ReadAsync(
                        found.StreamAsync(run, observer, context, run.Token),
                        items
                    )
                    .ConfigureAwait(false),
                (FaultyFeed found, "PlainAsync") => await ReadAsync(found.PlainAsync(run, context, run.Token), items)
                    .ConfigureAwait(false),
                (FaultyFeed found, "StreamAndStoreAsync") => await ReadAsync(
                        found.StreamAndStoreAsync(run, observer, context, run.Token),
                        items
                    )
                    .ConfigureAwait(false),
                (FaultyFeed found, "PlainAndStoreAsync") => await ReadAsync(
                        found.PlainAndStoreAsync(run, context, run.Token),
                        items
                    )
                    .ConfigureAwait(false),
                (FaultyFeed found, _) => new FaultyEnd(
                    [
                        .. (await found.CutAsync(run, observer, context, run.Token).ConfigureAwait(false)).Select(cut =>
                            cut.Number
                        ),
                    ],
                    null,
                    null
                ),
                _ => throw new InvalidOperationException($"{Type} has no known form."),
            };
        }
        catch (Exception exception)
        {
            return new FaultyEnd(items, exception, RunFailure.Of(exception)?.Report);
        }
    }

    private static FaultyEnd Ended(Total total) => new([total.Number], null, null);

    private static FaultyEnd Ended(Optional<Total> total) =>
        new(total.HasValue ? [total.Value.Number] : [], null, null);

    private static FaultyEnd Ended(PipelineResult<Total> result) =>
        new(result.Outcome.HasValue ? [result.Outcome.Value.Number] : [], result.Outcome.Exception, result.Report);

    private static async Task<FaultyEnd> ReadAsync(IAsyncEnumerable<Receipt> stream, List<int> items)
    {
        await foreach (var receipt in stream.ConfigureAwait(false))
        {
            items.Add(receipt.Number);
        }

        return new FaultyEnd(items, null, null);
    }

    private static int OrdersTotal(int n) => (8 * n) + 9 + (n % 16);

    private static int[] FeedItems(int n) => [n, n + 1, n + 2, n + 3];
}
