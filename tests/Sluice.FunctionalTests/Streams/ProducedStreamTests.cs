using System.Runtime.CompilerServices;
using Sluice.CompilerServices.Streams;
using Sluice.FunctionalTests.FanOuts;
using Sluice.FunctionalTests.Harness;

namespace Sluice.FunctionalTests.Streams;

/// <summary>The stream of a stage, as its consumer gets it.</summary>
public sealed class ProducedStreamTests
{
    [Fact]
    public async Task Items_are_produced_when_they_are_asked_for()
    {
        var source = new TrackedSequence([1, 2, 3]);
        var stream = new ProducedStream<int>(source, "Read", default);
        Assert.Equal(0, source.Enumerations);

        var items = new List<int>();
        await foreach (var item in stream)
        {
            items.Add(item);
            Assert.Equal(items.Count, source.Pulled);
        }

        Assert.Equal([1, 2, 3], items);
        Assert.Equal(1, source.Disposals);
        Assert.Null(stream.Failure);
    }

    [Fact]
    public async Task A_second_enumeration_is_refused_by_name()
    {
        var source = new TrackedSequence([1]);
        var stream = new ProducedStream<int>(source, "Read", default);
        await foreach (var _ in stream) { }

        var exception = Assert.Throws<InvalidOperationException>(() => stream.GetAsyncEnumerator());

        Assert.Contains("'Read'", exception.Message, StringComparison.Ordinal);
        Assert.Equal(1, source.Enumerations);
        Assert.Null(stream.Failure);
    }

    [Theory]
    [InlineData(false, false)]
    [InlineData(false, true)]
    [InlineData(true, false)]
    [InlineData(true, true)]
    public async Task Both_tokens_reach_the_producer(bool runCanCancel, bool consumerCancels)
    {
        using var run = new CancellationTokenSource();
        using var consumer = new CancellationTokenSource();
        var source = new TrackedSequence([1]);
        var stream = new ProducedStream<int>(source, "Read", runCanCancel ? run.Token : default);

        await using var items = stream.GetAsyncEnumerator(consumer.Token);
        Assert.False(source.Token.IsCancellationRequested);
        await (consumerCancels ? consumer : run).CancelAsync();

        Assert.Equal(consumerCancels || runCanCancel, source.Token.IsCancellationRequested);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task What_the_producer_throws_is_remembered_as_its_own(bool yields)
    {
        var failure = new InvalidDataException();
        var source = new TrackedSequence([1, 2])
        {
            Waits = async _ =>
            {
                if (yields)
                {
                    await Task.Yield();
                }
            },
            BeforeMove = index =>
            {
                if (index == 1)
                {
                    throw failure;
                }
            },
        };
        var stream = new ProducedStream<int>(source, "Read", default);

        var thrown = await Assert.ThrowsAsync<InvalidDataException>(() => ReadAsync(stream).OrHang());

        Assert.Same(failure, thrown);
        Assert.Same(failure, stream.Failure);
        Assert.Equal(1, source.Disposals);
    }

    [Fact]
    public async Task What_the_consumer_throws_is_not_the_producers()
    {
        var source = new TrackedSequence([1, 2]);
        var stream = new ProducedStream<int>(source, "Read", default);

        await Assert.ThrowsAsync<InvalidDataException>(async () =>
        {
            await foreach (var _ in stream)
            {
                throw new InvalidDataException();
            }
        });

        Assert.Null(stream.Failure);
        Assert.Equal(1, source.Disposals);
    }

    [Fact]
    public async Task Being_cancelled_is_no_failure()
    {
        using var run = new CancellationTokenSource();
        var stream = new ProducedStream<int>(WaitAsync(), "Read", run.Token);

        var reading = ReadAsync(stream);
        await run.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => reading.OrHang());
        Assert.Null(stream.Failure);

        static async IAsyncEnumerable<int> WaitAsync([EnumeratorCancellation] CancellationToken token = default)
        {
            yield return await new Gate().WaitOrCancelAsync(token);
        }
    }

    private static async Task ReadAsync(ProducedStream<int> stream)
    {
        await foreach (var _ in stream) { }
    }
}
