using System.Runtime.CompilerServices;
using Sluice.FunctionalTests.Harness;
using Sluice.FunctionalTests.Values;

namespace Sluice.FunctionalTests.Streams;

/// <summary>Entry points that stream their output.</summary>
public sealed partial class EntryPointStreamTests
{
    [Fact]
    public async Task Every_enumeration_is_a_run_and_none_starts_before()
    {
        var journal = new Journal();
        var stream = new Counting(journal).StreamAsync(3);
        Assert.Empty(journal.Entries);

        for (var round = 1; round <= 2; round++)
        {
            var numbers = await ReadAsync(stream).OrHang();
            Assert.Equal([1, 2, 3], numbers);
            Assert.Equal(round, journal.Entries.Count(entry => entry == "start"));
            Assert.Equal(round, journal.Entries.Count(entry => entry == "disposed"));
            Assert.Equal(round, journal.Entries.Count(entry => entry == "effect"));
        }
    }

    [Fact]
    public async Task A_caller_that_leaves_disposes_of_the_producer()
    {
        var journal = new Journal();

        await foreach (var number in new Counting(journal).StreamAsync(100))
        {
            if (number == 2)
            {
                break;
            }
        }

        Assert.Equal(
            ["disposed", "effect", "make 1", "make 2", "start"],
            journal.Entries.Order(StringComparer.Ordinal)
        );
    }

    [Fact]
    public async Task A_failure_arrives_after_the_items_before_it()
    {
        var failure = new InvalidDataException();
        var numbers = new List<int>();

        var thrown = await Assert
            .ThrowsAsync<InvalidDataException>(async () =>
            {
                await foreach (var number in new Failing().StreamAsync(failure, failsBefore: false))
                {
                    numbers.Add(number);
                }
            })
            .OrHang();

        Assert.Same(failure, thrown);
        Assert.Equal([1, 2], numbers);
    }

    [Fact]
    public async Task A_failure_before_the_stream_arrives_with_the_first_item_asked_for()
    {
        var failure = new InvalidDataException();
        await using var items = new Failing().StreamAsync(failure, failsBefore: true).GetAsyncEnumerator();

        Assert.Same(failure, await Assert.ThrowsAsync<InvalidDataException>(async () => await items.MoveNextAsync()));
        var report = RunFailure.Of(failure)!.Report!;
        Assert.Equal("First", report.Stages.Single(stage => stage.Status == StageStatus.Failed).Name);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Either_token_cancels_the_run(bool byEnumeration)
    {
        using var source = new CancellationTokenSource();
        using var other = new CancellationTokenSource();
        var journal = new Journal();
        var stream = new Waiting(journal).StreamAsync(new Gate(), byEnumeration ? other.Token : source.Token);
        await using var items = stream.GetAsyncEnumerator(byEnumeration ? source.Token : other.Token);
        Assert.True(await items.MoveNextAsync().OrHang());

        var next = items.MoveNextAsync().AsTask();
        Assert.False(next.IsCompleted);
        await source.CancelAsync();

        _ = await Assert.ThrowsAnyAsync<OperationCanceledException>(() => next.OrHang());
        Assert.True(next.IsCanceled);
        await items.DisposeAsync().OrHang();
        Assert.Equal(["waits", "disposed"], journal.Entries);
    }

    [Fact]
    public async Task A_run_that_was_cancelled_before_starts_nothing()
    {
        using var source = new CancellationTokenSource();
        await source.CancelAsync();
        var journal = new Journal();

        _ = await Assert.ThrowsAnyAsync<OperationCanceledException>(() =>
            ReadAsync(new Waiting(journal).StreamAsync(new Gate(), source.Token)).OrHang()
        );

        Assert.Empty(journal.Entries);
    }

    [Fact]
    public async Task Items_arrive_as_they_are_made()
    {
        var journal = new Journal();
        await using var items = new Counting(journal).StreamAsync(3).GetAsyncEnumerator();

        Assert.True(await items.MoveNextAsync().OrHang());
        Assert.Equal(1, items.Current);
        Assert.DoesNotContain("make 2", journal.Entries);
        Assert.True(await items.MoveNextAsync().OrHang());
        Assert.Equal(2, items.Current);
    }

    [Fact]
    public async Task A_stream_may_be_nested()
    {
        var journal = new Journal();

        Assert.Equal(6, await new Outer(new Counting(journal)).RunAsync(3).OrHang());
        Assert.Equal(1, journal.Entries.Count(entry => entry == "disposed"));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_stream_may_be_chosen_by_a_condition(bool isUp)
    {
        var numbers = await ReadAsync(new Choosing().StreamAsync(isUp)).OrHang();

        Assert.Equal(isUp ? [1, 2] : [2, 1], numbers);
    }

    private static async Task<List<int>> ReadAsync(IAsyncEnumerable<int> stream)
    {
        var numbers = new List<int>();
        await foreach (var number in stream)
        {
            numbers.Add(number);
        }

        return numbers;
    }

    [Pipeline]
    public sealed partial class Counting(Journal journal)
    {
        public partial IAsyncEnumerable<int> StreamAsync(int count);

        [Stage]
        private async Task<First> FirstAsync(int count)
        {
            await Task.Yield();
            return journal.Add("start", new First(count));
        }

        [Stage]
        private async IAsyncEnumerable<int> MakeAsync(First first)
        {
            try
            {
                for (var number = 1; number <= first.Number; number++)
                {
                    await Task.Yield();
                    journal.Add($"make {number}");
                    yield return number;
                }
            }
            finally
            {
                journal.Add("disposed");
            }
        }

        [Stage]
        private void Note(First first) => journal.Add(first.Number > 0 ? "effect" : "");
    }

    [Pipeline]
    private sealed partial class Failing
    {
        public partial IAsyncEnumerable<int> StreamAsync(Exception failure, bool failsBefore);

        [Stage]
        private static First First(Exception failure, bool failsBefore) => failsBefore ? throw failure : new(1);

        [Stage]
        private static async IAsyncEnumerable<int> MakeAsync(First first, Exception failure)
        {
            yield return first.Number;
            await Task.Yield();
            yield return 2;
            throw failure;
        }
    }

    [Pipeline]
    private sealed partial class Waiting(Journal journal)
    {
        public partial IAsyncEnumerable<int> StreamAsync(Gate gate, CancellationToken token);

        [Stage]
        private async IAsyncEnumerable<int> MakeAsync(Gate gate, [EnumeratorCancellation] CancellationToken token)
        {
            try
            {
                yield return 1;
                journal.Add("waits");
                yield return await gate.WaitOrCancelAsync(token);
            }
            finally
            {
                journal.Add("disposed");
            }
        }
    }

    [Pipeline]
    private sealed partial class Outer([Stages] Counting counting)
    {
        [return: From(nameof(SumAsync))]
        public partial ValueTask<int> RunAsync(int count);

        [Stage]
        private static async Task<int> SumAsync(IAsyncEnumerable<int> numbers)
        {
            var sum = 0;
            await foreach (var number in numbers)
            {
                sum += number;
            }

            return sum;
        }
    }

    [Pipeline]
    private sealed partial class Choosing
    {
        [return: From(nameof(UpAsync), nameof(DownAsync))]
        public partial IAsyncEnumerable<int> StreamAsync(bool isUp);

        [Stage, When("isUp")]
        private static async IAsyncEnumerable<int> UpAsync()
        {
            yield return 1;
            await Task.Yield();
            yield return 2;
        }

        [Stage, Unless("isUp")]
        private static async IAsyncEnumerable<int> DownAsync()
        {
            yield return 2;
            await Task.Yield();
            yield return 1;
        }
    }
}
