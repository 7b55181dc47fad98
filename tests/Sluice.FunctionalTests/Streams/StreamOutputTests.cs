using Sluice.CompilerServices.Streams;
using Sluice.FunctionalTests.FanOuts;
using Sluice.FunctionalTests.Harness;

namespace Sluice.FunctionalTests.Streams;

/// <summary>The stream that an entry point returns.</summary>
public sealed class StreamOutputTests
{
    [Fact]
    public async Task Each_enumeration_is_a_run_of_its_own_that_starts_with_the_first_item_asked_for()
    {
        var runs = 0;
        var stream = StreamOutput.EnumerateAsync<Run, int>(
            new Run(_ =>
            {
                runs++;
                return new(new TrackedSequence([1, 2]));
            })
        );
        Assert.Equal(0, runs);

        Assert.Equal((int[])[1, 2], await ReadAsync(stream).OrHang());
        Assert.Equal((int[])[1, 2], await ReadAsync(stream).OrHang());
        Assert.Equal(2, runs);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task The_token_of_the_run_follows_the_callers_until_the_stream_has_ended(bool byEnumeration)
    {
        using var source = new CancellationTokenSource();
        var runToken = CancellationToken.None;
        var run = new Run(token =>
        {
            runToken = token;
            return new(new TrackedSequence([1, 2]));
        });

        var stream = StreamOutput.EnumerateAsync<Run, int>(run, byEnumeration ? default : source.Token);
        await using var items = stream.GetAsyncEnumerator(byEnumeration ? source.Token : default);
        Assert.True(await items.MoveNextAsync());
        Assert.False(runToken.IsCancellationRequested);
        await source.CancelAsync();

        Assert.True(runToken.IsCancellationRequested);
    }

    [Fact]
    public async Task A_consumer_that_leaves_cancels_what_still_runs_before_the_producer_is_disposed_of()
    {
        var runToken = CancellationToken.None;
        bool? wasCancelled = null;
        var producer = new TrackedSequence([1, 2])
        {
            WaitsForDisposal = () =>
            {
                wasCancelled = runToken.IsCancellationRequested;
                return default;
            },
        };
        var run = new Run(token =>
        {
            runToken = token;
            return new(producer);
        });

        await foreach (var _ in StreamOutput.EnumerateAsync<Run, int>(run))
        {
            break;
        }

        Assert.True(wasCancelled);
        Assert.Equal(1, producer.Disposals);
    }

    [Fact]
    public async Task A_stream_that_ends_is_not_cancelled()
    {
        var runToken = CancellationToken.None;
        var producer = new TrackedSequence([1]);

        _ = await ReadAsync(
            StreamOutput.EnumerateAsync<Run, int>(
                new Run(token =>
                {
                    runToken = token;
                    return new(producer);
                })
            )
        );

        Assert.False(runToken.IsCancellationRequested);
        Assert.Equal(1, producer.Disposals);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Failures_of_the_run_and_of_the_producer_reach_the_consumer(bool ofTheRun)
    {
        var failure = new InvalidDataException();
        var producer = new TrackedSequence([1])
        {
            BeforeMove = index =>
            {
                if (index == 1)
                {
                    throw failure;
                }
            },
        };
        var run = new Run(_ => ofTheRun ? throw failure : new(producer));

        var reading = ReadAsync(StreamOutput.EnumerateAsync<Run, int>(run));

        Assert.Same(failure, await Assert.ThrowsAsync<InvalidDataException>(() => reading.OrHang()));
        Assert.Equal(ofTheRun ? 0 : 1, producer.Disposals);
    }

    private static async Task<List<int>> ReadAsync(IAsyncEnumerable<int> stream)
    {
        var items = new List<int>();
        await foreach (var item in stream)
        {
            items.Add(item);
        }

        return items;
    }

    private readonly struct Run(Func<CancellationToken, ValueTask<IAsyncEnumerable<int>?>> start) : IStreamedRun<int>
    {
        public ValueTask<IAsyncEnumerable<int>?> RunAsync(CancellationToken token) => start(token);
    }
}
