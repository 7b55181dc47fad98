using Sluice.FunctionalTests.Harness;

namespace Sluice.FunctionalTests.Policies;

/// <summary>The number of concurrent calls of a stage in all runs of an instance.</summary>
public sealed partial class ConcurrencyTests
{
    private readonly List<Gate> _gates = [.. Enumerable.Range(0, 8).Select(_ => new Gate())];

    [Fact]
    public async Task Case_32_no_more_than_the_limit_are_under_way_and_the_others_come_in_order()
    {
        var journal = new Journal();
        var pipeline = new Limited(journal, _gates);

        var runs = Enumerable.Range(0, 8).Select(number => pipeline.RunAsync(number).AsTask()).ToArray();

        Assert.Equal(["0", "1"], journal.Entries);
        for (var number = 0; number < 8; number++)
        {
            _gates[number].Open(number);
            Assert.Equal(number, await runs[number].OrHang());
            await journal.UntilAsync(entries => entries.Count >= Math.Min(8, number + 3)).OrHang();
        }

        Assert.Equal(Enumerable.Range(0, 8).Select(number => $"{number}"), journal.Entries);
    }

    [Fact]
    public async Task Case_32_waiting_ends_when_the_run_is_cancelled()
    {
        using var source = new CancellationTokenSource();
        var journal = new Journal();
        var pipeline = new Limited(journal, _gates);
        var first = pipeline.RunAsync(0).AsTask();
        var second = pipeline.RunAsync(1).AsTask();
        var waiting = pipeline.RunAsync(2, source.Token).AsTask();
        var last = pipeline.RunAsync(3).AsTask();

        await source.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => waiting.OrHang());
        _gates[0].Open(0);
        await journal.UntilAsync(entries => entries.Contains("3")).OrHang();
        Assert.Equal(["0", "1", "3"], journal.Entries);
        _gates[1].Open(1);
        _gates[3].Open(3);
        int[] expected = [0, 1, 3];
        Assert.Equal(expected, await Task.WhenAll(first, second, last).OrHang());
    }

    [Fact]
    public async Task Case_32_a_queue_limit_rejects_with_a_clear_error()
    {
        var pipeline = new Rejecting(_gates);
        var first = pipeline.RunAsync(0).AsTask();
        var waiting = pipeline.RunAsync(1).AsTask();

        var thrown = await Assert.ThrowsAsync<StageRejectedException>(() => pipeline.RunAsync(2).AsTask().OrHang());

        Assert.Equal("Work", thrown.Stage);
        Assert.Contains("'Work'", thrown.Message, StringComparison.Ordinal);
        _gates[0].Open(0);
        _gates[1].Open(1);
        int[] expected = [0, 1];
        Assert.Equal(expected, await Task.WhenAll(first, waiting).OrHang());
    }

    [Fact]
    public async Task A_call_that_fails_gives_its_place_back()
    {
        var pipeline = new Rejecting(_gates);
        for (var number = 0; number < 4; number++)
        {
            var run = pipeline.RunAsync(number).AsTask();
            _gates[number].Fail(new InvalidDataException());
            await Assert.ThrowsAsync<InvalidDataException>(() => run.OrHang());
        }
    }

    [Pipeline]
    private sealed partial class Limited(Journal journal, List<Gate> gates)
    {
        public partial ValueTask<int> RunAsync(long number, CancellationToken token = default);

        [Stage, Concurrency(2)]
        private async ValueTask<int> WorkAsync(long number)
        {
            journal.Add($"{number}");
            return await gates[(int)number].WaitAsync();
        }
    }

    [Pipeline]
    private sealed partial class Rejecting(List<Gate> gates)
    {
        public partial ValueTask<int> RunAsync(long number);

        [Stage, Concurrency(1, QueueLimit = 1)]
        private async ValueTask<int> WorkAsync(long number) => await gates[(int)number].WaitAsync();
    }
}
