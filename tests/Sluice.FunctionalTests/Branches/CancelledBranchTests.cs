using Sluice.FunctionalTests.Harness;
using Sluice.FunctionalTests.Values;

namespace Sluice.FunctionalTests.Branches;

/// <summary>Cancellation in pipelines with branches: it is checked before every start, on every path.</summary>
public sealed partial class CancelledBranchTests
{
    public enum Form
    {
        StraightLine,
        Sequential,
        Concurrent,
    }

    public static TheoryData<Form, bool> Forms
    {
        get
        {
            var data = new TheoryData<Form, bool>();
            foreach (var form in Enum.GetValues<Form>())
            {
                data.Add(form, false);
                if (form != Form.StraightLine)
                {
                    data.Add(form, true);
                }
            }

            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Forms))]
    public async Task A_condition_is_not_asked_after_the_caller_has_cancelled(Form form, bool waits)
    {
        using var source = new CancellationTokenSource();
        var journal = new Journal();

        var result = await Start(form, waits, new Asking(journal, source), source).OrHang();

        Assert.Equal(OutcomeStatus.Cancelled, result.Outcome.Status);
        Assert.DoesNotContain("asked", journal.Entries);
    }

    [Theory]
    [InlineData(Form.StraightLine, false)]
    [InlineData(Form.Sequential, false)]
    [InlineData(Form.Sequential, true)]
    [InlineData(Form.Concurrent, true)]
    public async Task A_run_of_which_only_skipped_stages_are_left_ends_in_one_way_whatever_its_form(
        Form form,
        bool waits
    )
    {
        using var source = new CancellationTokenSource();
        var pipeline = new Skipping(source);
        var gate = waits ? new Gate() : Gate.Opened(1);

        var run = form switch
        {
            Form.StraightLine => Task.FromResult(pipeline.Run(flag: false, source.Token)),
            Form.Sequential => pipeline.SequentialAsync(flag: false, gate, source.Token).AsTask(),
            _ => pipeline.ConcurrentAsync(flag: false, gate, source.Token).AsTask(),
        };
        if (waits)
        {
            gate.Open(1);
        }

        // The caller cancelled so late that no other stage had to start.
        var result = await run.OrHang();
        Assert.Equal(OutcomeStatus.Skipped, result.Outcome.Status);
    }

    private static Task<PipelineResult<Second>> Start(
        Form form,
        bool waits,
        Asking pipeline,
        CancellationTokenSource source
    )
    {
        var gate = waits ? new Gate() : Gate.Opened(1);
        var run = form switch
        {
            Form.StraightLine => Task.FromResult(pipeline.Run(1, source.Token)),
            Form.Sequential => pipeline.SequentialAsync(gate, source.Token).AsTask(),
            _ => pipeline.ConcurrentAsync(gate, source.Token).AsTask(),
        };
        if (waits)
        {
            gate.Open(1);
        }

        return run;
    }

    [Pipeline]
    private sealed partial class Asking(Journal journal, CancellationTokenSource source)
    {
        [return: From(nameof(OfFirst))]
        public partial PipelineResult<Second> Run(int number, CancellationToken token);

        [return: From(nameof(OfLater))]
        public partial ValueTask<PipelineResult<Second>> SequentialAsync(Gate gate, CancellationToken token);

        [return: From(nameof(OfBoth))]
        public partial ValueTask<PipelineResult<Second>> ConcurrentAsync(Gate gate, CancellationToken token);

        [Stage]
        private First Cancel(int number)
        {
            source.Cancel();
            return new(number);
        }

        [Stage]
        private async Task<Third> CancelLaterAsync(Gate gate)
        {
            await gate.WaitAsync();
            await source.CancelAsync().ConfigureAwait(false);
            return new(1);
        }

        [Stage]
        private static async Task<Fourth> BesideAsync(Gate gate) => new(await gate.WaitAsync());

        private bool Asks(First first) => journal.Add("asked", first.Number > 0);

        private bool AsksLater(Third third) => journal.Add("asked", third.Number > 0);

        [Stage, When(nameof(Asks))]
        private static Second OfFirst(First first) => new(first.Number);

        [Stage, When(nameof(AsksLater))]
        private static Second OfLater(Third third) => new(third.Number);

        [Stage, When(nameof(AsksLater))]
        private static Second OfBoth(Third third, Fourth fourth) => new(third.Number + fourth.Number);
    }

    [Pipeline]
    private sealed partial class Skipping(CancellationTokenSource source)
    {
        [return: From(nameof(OfFirst))]
        public partial PipelineResult<Second> Run(bool flag, CancellationToken token);

        [return: From(nameof(OfThird))]
        public partial ValueTask<PipelineResult<Second>> SequentialAsync(bool flag, Gate gate, CancellationToken token);

        [return: From(nameof(OfBoth))]
        public partial ValueTask<PipelineResult<Second>> ConcurrentAsync(bool flag, Gate gate, CancellationToken token);

        [Stage]
        private Optional<First> First(bool flag)
        {
            source.Cancel();
            return flag ? new First(1) : Optional.Skip("nothing");
        }

        [Stage]
        private async Task<Optional<Third>> ThirdAsync(bool flag, Gate gate)
        {
            await gate.WaitAsync();
            await source.CancelAsync().ConfigureAwait(false);
            return flag ? new Third(1) : Optional.Skip("nothing");
        }

        [Stage]
        private static async Task<Fourth> FourthAsync(Gate gate) => new(await gate.WaitAsync());

        [Stage]
        private static Second OfFirst(First first) => new(first.Number);

        [Stage]
        private static Second OfThird(Third third) => new(third.Number);

        [Stage]
        private static Second OfBoth(Third third, Fourth fourth) => new(third.Number + fourth.Number);
    }
}
