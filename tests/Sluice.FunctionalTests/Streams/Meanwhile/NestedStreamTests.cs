using Sluice.FunctionalTests.Harness;

namespace Sluice.FunctionalTests.Streams.Meanwhile;

/// <summary>Streams of nested pipelines with effects that run at the same time, on either level.</summary>
public sealed partial class NestedStreamTests
{
    private readonly ChatRun _run = new();

    [Fact]
    public async Task The_end_of_the_outer_stream_waits_for_effects_of_both_runs()
    {
        var inner = new Gate();
        var outer = _run.StoreWaits();
        await using var items = new Outer(new Inner()).OuterAsync(_run, inner).GetAsyncEnumerator();
        for (var number = 1; number <= _run.Count; number++)
        {
            Assert.True(await items.MoveNextAsync().OrHang());
            Assert.Equal(number, items.Current);
        }

        var last = items.MoveNextAsync().AsTask();
        outer.Open(1);
        Assert.False(last.IsCompleted);
        inner.Open(1);
        Assert.False(await last.OrHang());
    }

    [Fact]
    public async Task What_fails_further_in_the_inner_run_is_known_of_the_outer()
    {
        var failure = new InvalidDataException();
        var later = new FormatException();
        var inner = new Gate();
        _run.BeforeItem = (number, _) => number == 2 ? throw failure : default;
        _ = _run.StoreWaits();
        await using var items = new Outer(new Inner()).OuterAsync(_run, inner).GetAsyncEnumerator();
        Assert.True(await items.MoveNextAsync().OrHang());

        var next = items.MoveNextAsync().AsTask();
        Assert.False(next.IsCompleted);
        inner.Fail(later);

        Assert.Same(failure, await Assert.ThrowsAsync<InvalidDataException>(() => next.OrHang()));
        var record = RunFailure.Of(failure)!;
        Assert.Equal([later], record.FurtherFailures);
        Assert.Equal(
            [("Inner", StageStatus.Failed), ("Store", StageStatus.Cancelled)],
            record.Report!.Stages.Select(stage => (stage.Name, stage.Status)).Order()
        );
    }

    [Pipeline]
    private sealed partial class Outer([Stages] Inner inner)
    {
        [return: From(nameof(Inner.InnerAsync))]
        public partial IAsyncEnumerable<int> OuterAsync(ChatRun run, Gate gate);

        [Stage]
        private static Task StoreAsync(ChatRun run, CancellationToken token) => run.Store(token);
    }

    [Pipeline]
    public sealed partial class Inner
    {
        public partial IAsyncEnumerable<int> InnerAsync(ChatRun run, Gate gate);

        [Stage]
        private static async IAsyncEnumerable<int> CountAsync(ChatRun run)
        {
            for (var number = 1; number <= run.Count; number++)
            {
                await run.BeforeItem(number, CancellationToken.None).ConfigureAwait(false);
                yield return number;
            }
        }

        // The stage ignores cancellation, so even after a failure the run waits for it.
        [Stage]
        private static async Task NoteAsync(Gate gate) => _ = await gate.WaitAsync();
    }
}
