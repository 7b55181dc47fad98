using Sluice.FunctionalTests.Harness;
using Sluice.FunctionalTests.Values;

namespace Sluice.FunctionalTests.Runs;

#pragma warning disable CA2012 // The tests use ValueTasks incorrectly on purpose.

/// <summary>A result can be taken once. Further attempts get a clear exception, and never the result of another run.</summary>
public sealed class ResultTests
{
    [Fact]
    public async Task Awaiting_a_run_twice_is_refused_and_the_message_names_the_entry_point()
    {
        var gate = new Gate();
        var run = new WaitingPipeline().SequentialAsync(gate);
        gate.Open(1);
        Assert.Equal(new First(1), await run);

        var thrown = await Assert.ThrowsAsync<InvalidOperationException>(async () => await run);

        Assert.Contains("WaitingPipeline.SequentialAsync", thrown.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_second_awaiter_of_a_run_under_way_is_refused_and_the_first_gets_the_result()
    {
        var gate = new Gate();
        var run = new WaitingPipeline().ConcurrentAsync(gate);
        var calls = 0;
        run.GetAwaiter().OnCompleted(() => calls++);

        var thrown = Assert.Throws<InvalidOperationException>(() => run.GetAwaiter().OnCompleted(() => calls += 10));
        gate.Open(1);

        Assert.Contains("WaitingPipeline.ConcurrentAsync", thrown.Message, StringComparison.Ordinal);
        Assert.Equal(new Third(2), Taken.From(run));
    }

    [Fact]
    public void A_run_that_is_awaited_after_its_end_never_gives_the_result_of_the_next()
    {
        var pipeline = new WaitingPipeline();
        var gate = Gate.Opened(1);
        var waiting = new Gate();
        var first = pipeline.SequentialAsync(waiting);
        waiting.Open(1);
        Assert.Equal(new First(1), Taken.From(first));
        Assert.Equal(new First(1), Taken.From(pipeline.SequentialAsync(gate)));

        // The next run uses the same run object: it is running, has ended, and its result is taken.
        var nextGate = new Gate();
        var next = pipeline.SequentialAsync(nextGate);
        Assert.Throws<InvalidOperationException>(() => first.IsCompleted);
        Assert.Throws<InvalidOperationException>(() => first.GetAwaiter().GetResult());
        nextGate.Open(2);
        Assert.Throws<InvalidOperationException>(() => first.GetAwaiter().GetResult());
        Assert.Throws<InvalidOperationException>(() => first.GetAwaiter().OnCompleted(() => { }));

        Assert.Equal(new First(2), Taken.From(next));
        Assert.Throws<InvalidOperationException>(() => first.GetAwaiter().GetResult());
    }

    [Fact]
    public void Taking_the_result_before_the_end_is_refused_and_the_run_goes_on()
    {
        var gate = new Gate();
        var run = new WaitingPipeline().SequentialAsync(gate);

        var thrown = Assert.Throws<InvalidOperationException>(() => run.GetAwaiter().GetResult());
        gate.Open(1);

        Assert.Contains("WaitingPipeline.SequentialAsync", thrown.Message, StringComparison.Ordinal);
        Assert.Equal(new First(1), Taken.From(run));
    }

    [Fact]
    public async Task Of_two_threads_that_take_one_result_exactly_one_gets_it()
    {
        var pipeline = new WaitingPipeline();
        using var barrier = new Barrier(2);
        const int Rounds = 20_000;
        var runs = new ValueTask<First>[Rounds];
        var taken = new int[Rounds];
        var refusals = new Journal();
        for (var round = 0; round < Rounds; round++)
        {
            var gate = new Gate();
            runs[round] = pipeline.SequentialAsync(gate);
            gate.Open(round);
        }

        await Task.WhenAll(OwnThread.RunAsync(TakeAll), OwnThread.RunAsync(TakeAll)).OrHang();

        Assert.All(taken, times => Assert.Equal(1, times));
        Assert.Equal(Rounds, refusals.Entries.Count);
        Assert.All(refusals.Entries, message => Assert.Contains("SequentialAsync", message, StringComparison.Ordinal));

        void TakeAll()
        {
            for (var round = 0; round < Rounds; round++)
            {
                barrier.SignalAndWaitOrHang();
                try
                {
                    var result = runs[round].GetAwaiter().GetResult();
                    Interlocked.Add(ref taken[round], result.Number == round ? 1 : 100);
                }
                catch (InvalidOperationException exception)
                {
                    refusals.Add(exception.Message);
                }
            }
        }
    }

    [Fact]
    public async Task A_run_whose_result_nobody_takes_does_no_harm_to_later_runs()
    {
        var pipeline = new WaitingPipeline();
        for (var round = 0; round < 100; round++)
        {
            var forgotten = new Gate();
            _ = pipeline.ConcurrentAsync(forgotten);
            var gate = new Gate();
            var run = pipeline.ConcurrentAsync(gate).AsTask();
            if (round % 2 == 0)
            {
                forgotten.Open(-1);
            }
            else
            {
                forgotten.Fail(new InvalidDataException());
            }

            gate.Open(round);
            Assert.Equal(new Third(round + 1), await run.OrHang());
        }
    }
}
