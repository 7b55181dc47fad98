using System.Runtime.CompilerServices;
using Sluice.FunctionalTests.Harness;

namespace Sluice.FunctionalTests.Streams;

/// <summary>Streams from one stage of a pipeline to another.</summary>
public sealed partial class StageStreamTests
{
    [Fact]
    public async Task The_producer_works_only_while_the_consumer_waits_for_an_item()
    {
        var journal = new Journal();

        Assert.Equal(6, await new Plain(journal).RunAsync(3, null).OrHang());

        Assert.Equal(
            ["make 1", "take 1", "make 2", "take 2", "make 3", "take 3", "disposed", "ended"],
            journal.Entries
        );
    }

    [Fact]
    public async Task A_buffered_producer_runs_ahead_by_as_many_items_as_the_buffer_holds()
    {
        var journal = new Journal();
        var gate = new Gate();
        var run = new Buffered(journal).RunAsync(5, gate).AsTask();

        // Of the produced items, one is taken, two are in the buffer, and one waits for space.
        await journal.UntilAsync(entries => entries.Count == 5).OrHang();
        Assert.Equal(["make 1", "make 2", "make 3", "make 4", "taken"], journal.Entries.Order(StringComparer.Ordinal));
        gate.Open(0);

        Assert.Equal(15, await run.OrHang());
        Assert.Equal(["disposed", "make 5"], journal.Entries.Skip(5).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_consumer_that_leaves_early_disposes_of_the_producer()
    {
        var journal = new Journal();

        Assert.Equal(2, await new Leaving(journal).RunAsync().OrHang());
        Assert.Equal(["make 1", "make 2", "disposed", "left"], journal.Entries);

        var buffered = new Journal();
        Assert.Equal(2, await new Leaving(buffered).RunBufferedAsync().OrHang());
        Assert.Equal(["disposed", "left"], buffered.Entries.Where(entry => entry[0] != 'm'));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_producer_that_fails_is_the_one_that_the_report_names(bool isBuffered)
    {
        var journal = new Journal();
        var failure = new InvalidDataException();
        var pipeline = new Plain(journal);

        var result = await (
            isBuffered ? pipeline.ReportBufferedAsync(2, failure) : pipeline.ReportAsync(2, failure)
        ).OrHang();

        Assert.Same(failure, result.Outcome.Exception);
        Assert.Equal("Make", result.FailedStage!.Name);
        Assert.Equal(1, journal.Entries.Count(entry => entry == "disposed"));
        Assert.DoesNotContain("ended", journal.Entries);
        Assert.Same(failure, Plain.StagesOf(result).Make.Exception);
    }

    [Fact]
    public async Task A_consumer_that_fails_disposes_of_the_producer_and_is_the_one_that_the_report_names()
    {
        var journal = new Journal();
        var failure = new InvalidDataException();

        var result = await new FailingConsumer(journal).RunAsync(failure).OrHang();

        Assert.Same(failure, result.Outcome.Exception);
        Assert.Equal("Take", result.FailedStage!.Name);
        Assert.Equal(["make 1", "disposed"], journal.Entries);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task The_callers_cancellation_reaches_the_producer(bool isBuffered)
    {
        using var source = new CancellationTokenSource();
        var journal = new Journal();
        var gate = new Gate();
        var pipeline = new Cancellable(journal);
        var run = isBuffered
            ? pipeline.RunBufferedAsync(gate, source.Token).AsTask()
            : pipeline.RunAsync(gate, source.Token).AsTask();
        await journal.UntilAsync(entries => entries.Contains("waits")).OrHang();

        await source.CancelAsync();

        _ = await Assert.ThrowsAnyAsync<OperationCanceledException>(() => run.OrHang());
        Assert.True(run.IsCanceled);
        Assert.Equal(["waits", "disposed"], journal.Entries);
    }

    [Fact]
    public async Task A_sibling_that_fails_cancels_the_producer_and_its_consumer()
    {
        var journal = new Journal();
        var (producing, failing) = (new Gate(), new Gate());
        var failure = new InvalidDataException();
        var run = new Beside(journal).RunAsync(producing, failing).AsTask();
        await journal.UntilAsync(entries => entries.Contains("waits")).OrHang();

        failing.Fail(failure);

        Assert.Same(failure, await Assert.ThrowsAsync<InvalidDataException>(() => run.OrHang()));
        Assert.Equal(["waits", "disposed"], journal.Entries);
    }

    [Fact]
    public async Task A_stream_that_is_not_begun_is_never_made()
    {
        var journal = new Journal();

        Assert.Equal(7, await new Ignoring(journal).RunAsync(1).OrHang());

        Assert.Empty(journal.Entries);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_stream_may_be_absent(bool exists)
    {
        var journal = new Journal();

        Assert.Equal(exists ? 1 : -1, await new Absent(journal).RunAsync(exists).OrHang());
        Assert.Equal(exists ? ["make 1", "disposed"] : [], journal.Entries);
    }

    [Fact]
    public async Task Streams_may_follow_each_other()
    {
        var journal = new Journal();

        Assert.Equal(12, await new Piped(journal).RunAsync(3).OrHang());
        Assert.Equal(["make 1", "make 2", "make 3", "disposed"], journal.Entries);
    }

    private static async IAsyncEnumerable<int> MakeAsync(Journal journal, int count, Exception? failure)
    {
        try
        {
            for (var number = 1; number <= count; number++)
            {
                await Task.Yield();
                journal.Add($"make {number}");
                yield return number;
            }

            if (failure is not null)
            {
                throw failure;
            }
        }
        finally
        {
            journal.Add("disposed");
        }
    }

    [Pipeline]
    private sealed partial class Plain(Journal journal)
    {
        [return: From(nameof(TakeAsync))]
        public partial ValueTask<int> RunAsync(int count, Exception? failure);

        [return: From(nameof(TakeAsync))]
        public partial ValueTask<PipelineResult<int>> ReportAsync(int count, Exception? failure);

        [return: From(nameof(TakeBufferedAsync))]
        public partial ValueTask<PipelineResult<int>> ReportBufferedAsync(int count, Exception? failure);

        [Stage]
        private IAsyncEnumerable<int> Make(int count, Exception? failure) => MakeAsync(journal, count, failure);

        [Stage]
        private async Task<int> TakeAsync(IAsyncEnumerable<int> numbers)
        {
            var sum = 0;
            await foreach (var number in numbers)
            {
                journal.Add($"take {number}");
                sum += number;
            }

            return journal.Add("ended", sum);
        }

        [Stage]
        private async Task<int> TakeBufferedAsync([Buffer(2)] IAsyncEnumerable<int> numbers)
        {
            var sum = 0;
            await foreach (var number in numbers)
            {
                sum += number;
            }

            return journal.Add("ended", sum);
        }
    }

    [Pipeline]
    private sealed partial class Buffered(Journal journal)
    {
        [return: From(nameof(TakeAsync))]
        public partial ValueTask<int> RunAsync(int count, Gate gate);

        [Stage]
        private IAsyncEnumerable<int> Make(int count) => MakeAsync(journal, count, null);

        [Stage]
        private async Task<int> TakeAsync([Buffer(2)] IAsyncEnumerable<int> numbers, Gate gate)
        {
            var sum = 0;
            await using var items = numbers.GetAsyncEnumerator();
            await items.MoveNextAsync();
            sum += items.Current;
            journal.Add("taken");
            await gate.WaitAsync();
            while (await items.MoveNextAsync())
            {
                sum += items.Current;
            }

            return sum;
        }
    }

    [Pipeline]
    private sealed partial class Leaving(Journal journal)
    {
        [return: From(nameof(TakeAsync))]
        public partial ValueTask<int> RunAsync();

        [return: From(nameof(TakeBufferedAsync))]
        public partial ValueTask<int> RunBufferedAsync();

        [Stage]
        private IAsyncEnumerable<int> Make() => MakeAsync(journal, 100, null);

        [Stage]
        private async Task<int> TakeAsync(IAsyncEnumerable<int> numbers)
        {
            var last = 0;
            await foreach (var number in numbers)
            {
                last = number;
                if (number == 2)
                {
                    break;
                }
            }

            return journal.Add("left", last);
        }

        [Stage]
        private async Task<int> TakeBufferedAsync([Buffer(3)] IAsyncEnumerable<int> numbers)
        {
            var last = 0;
            await foreach (var number in numbers)
            {
                last = number;
                if (number == 2)
                {
                    break;
                }
            }

            return journal.Add("left", last);
        }
    }

    [Pipeline]
    private sealed partial class FailingConsumer(Journal journal)
    {
        [return: From(nameof(TakeAsync))]
        public partial ValueTask<PipelineResult<int>> RunAsync(Exception failure);

        [Stage]
        private IAsyncEnumerable<int> Make() => MakeAsync(journal, 3, null);

        [Stage]
        private static async Task<int> TakeAsync(IAsyncEnumerable<int> numbers, Exception failure)
        {
            await foreach (var number in numbers)
            {
                throw failure;
            }

            return 0;
        }
    }

    [Pipeline]
    private sealed partial class Cancellable(Journal journal)
    {
        [return: From(nameof(TakeAsync))]
        public partial ValueTask<int> RunAsync(Gate gate, CancellationToken token);

        [return: From(nameof(TakeBufferedAsync))]
        public partial ValueTask<int> RunBufferedAsync(Gate gate, CancellationToken token);

        [Stage]
        private async IAsyncEnumerable<int> MakeAsync(Gate gate, [EnumeratorCancellation] CancellationToken token)
        {
            try
            {
                journal.Add("waits");
                yield return await gate.WaitOrCancelAsync(token);
            }
            finally
            {
                journal.Add("disposed");
            }
        }

        [Stage]
        private static async Task<int> TakeAsync(IAsyncEnumerable<int> numbers)
        {
            await foreach (var number in numbers)
            {
                return number;
            }

            return 0;
        }

        [Stage]
        private static async Task<int> TakeBufferedAsync([Buffer(1)] IAsyncEnumerable<int> numbers)
        {
            await foreach (var number in numbers)
            {
                return number;
            }

            return 0;
        }
    }

    [Pipeline]
    private sealed partial class Beside(Journal journal)
    {
        public partial ValueTask<(int Take, string Fail)> RunAsync(Gate producing, Gate failing);

        [Stage]
        private async IAsyncEnumerable<int> MakeAsync(
            [From("producing")] Gate gate,
            [EnumeratorCancellation] CancellationToken token
        )
        {
            try
            {
                journal.Add("waits");
                yield return await gate.WaitOrCancelAsync(token);
            }
            finally
            {
                journal.Add("disposed");
            }
        }

        [Stage]
        private static async Task<int> TakeAsync(IAsyncEnumerable<int> numbers)
        {
            await foreach (var number in numbers)
            {
                return number;
            }

            return 0;
        }

        [Stage]
        private static async Task<string> FailAsync([From("failing")] Gate gate) => $"{await gate.WaitAsync()}";
    }

    [Pipeline]
    private sealed partial class Ignoring(Journal journal)
    {
        [return: From(nameof(TakeAsync))]
        public partial ValueTask<int> RunAsync(int count);

        [Stage]
        private IAsyncEnumerable<int> Make(int count) => MakeAsync(journal, count, null);

        [Stage]
        private static async Task<int> TakeAsync(IAsyncEnumerable<int> numbers)
        {
            await Task.Yield();
            return numbers is null ? 0 : 7;
        }
    }

    [Pipeline]
    private sealed partial class Absent(Journal journal)
    {
        public partial ValueTask<int> RunAsync(bool exists);

        [Stage, When("exists")]
        private IAsyncEnumerable<int> Make() => MakeAsync(journal, 1, null);

        [Stage]
        private static async Task<int> TakeAsync(Optional<IAsyncEnumerable<int>> numbers)
        {
            if (!numbers.HasValue)
            {
                return -1;
            }

            var sum = 0;
            await foreach (var number in numbers.Value)
            {
                sum += number;
            }

            return sum;
        }
    }

    [Pipeline]
    private sealed partial class Piped(Journal journal)
    {
        [return: From(nameof(SumAsync))]
        public partial ValueTask<int> RunAsync(int count);

        [Stage]
        private IAsyncEnumerable<int> Make(int count) => MakeAsync(journal, count, null);

        [Stage]
        private static async IAsyncEnumerable<long> DoubleAsync(IAsyncEnumerable<int> numbers)
        {
            await foreach (var number in numbers)
            {
                yield return number * 2L;
            }
        }

        [Stage]
        private static async Task<int> SumAsync(IAsyncEnumerable<long> numbers)
        {
            var sum = 0L;
            await foreach (var number in numbers)
            {
                sum += number;
            }

            return (int)sum;
        }
    }
}
