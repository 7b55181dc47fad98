using System.Runtime.CompilerServices;
using Sluice.FunctionalTests.Harness;
using Sluice.FunctionalTests.Values;
using Sluice.Tests.Shared.Runs;

namespace Sluice.FunctionalTests.Compensations;

/// <summary>Events that compensations publish, and events of other stages before compensations are called.</summary>
public sealed partial class ToldCompensationTests
{
    private static readonly InvalidDataException Failure = new("the run's");

    private readonly RecordedEvents _events = new();
    private readonly Journal _journal = new();

    [Fact]
    public async Task A_compensation_tells_of_itself_and_registers_clean_ups()
    {
        await Assert.ThrowsAsync<InvalidDataException>(() => new Telling(_journal).RunAsync(_events.Observer).AsTask());

        AssertTells();
    }

    [Fact]
    public async Task So_does_one_of_a_run_that_streams_when_the_run_object_is_gone()
    {
        await Assert.ThrowsAsync<InvalidDataException>(async () =>
        {
            await foreach (var number in new Telling(_journal).StreamAsync(_events.Observer))
            {
                Assert.Equal(1, number);
            }
        });

        AssertTells();
    }

    [Fact]
    public async Task Where_stages_run_while_a_stream_is_read_all_have_ended_before_one_is_undone()
    {
        await Assert.ThrowsAsync<InvalidDataException>(async () =>
        {
            await foreach (var number in new Beside().StreamAsync(_events.Observer))
            {
                Assert.Equal(1, number);
            }
        });

        _events.Check();
        Assert.Equal(
            [
                "CompensationStarted Note",
                "CompensationCompleted Note",
                "CompensationStarted Make",
                "CompensationCompleted Make",
                "RunCompleted ",
            ],
            Lines().TakeLast(5)
        );
    }

    [Fact]
    public async Task A_stream_that_nobody_goes_on_to_read_has_ended_before_stages_are_undone()
    {
        await Assert.ThrowsAsync<InvalidDataException>(() => new Unread().RunAsync(_events.Observer).AsTask());

        _events.Check();
        Assert.Equal(
            ["StageCancelled Numbers", "CompensationStarted Open", "CompensationCompleted Open", "RunCompleted "],
            Lines().TakeLast(4)
        );
    }

    [Fact]
    public void An_observer_beside_another_is_told_of_the_start_first_where_it_is_the_outer_one()
    {
        var order = new List<string>();

        Assert.Throws<InvalidDataException>(() =>
            new Straight().Run(RunObservers.Combine(new Noting("first", order), new Noting("second", order)))
        );

        var starts = order.Where(note => note.EndsWith(nameof(RunEventKind.StageStarted), StringComparison.Ordinal));
        var ofCompensation = order.Where(note =>
            note.EndsWith(nameof(RunEventKind.CompensationStarted), StringComparison.Ordinal)
        );
        Assert.Equal(
            starts.Take(2).Select(note => note.Split(' ')[0]),
            ofCompensation.Select(note => note.Split(' ')[0])
        );
    }

    private void AssertTells()
    {
        _events.Check();
        Assert.Equal(
            [
                "CompensationStarted Make",
                "StageProgressed Make",
                "StagePublished Make",
                "CompensationCompleted Make",
                "RunCompleted ",
            ],
            Lines().TakeLast(5)
        );
        Assert.Equal(["clean"], _journal.Entries);
    }

    private IEnumerable<string> Lines() => _events.All.Select(told => $"{told.Kind} {told.Stage}");

    private readonly struct Noting(string name, List<string> order) : IRunObserver
    {
        public void Observe(in RunEvent runEvent) => order.Add($"{name} {runEvent.Kind}");
    }

    [Pipeline]
    private sealed partial class Telling(Journal journal)
    {
        public partial ValueTask<Second> RunAsync<TObserver>(TObserver observer)
            where TObserver : struct, IRunObserver;

        public partial IAsyncEnumerable<int> StreamAsync<TObserver>(TObserver observer)
            where TObserver : struct, IRunObserver;

        [Stage, Compensate(nameof(UndoAsync))]
        private static First Make() => new(1);

        [Stage]
        private static Second Fail(First first) => first.Number < 0 ? default : throw Failure;

        [Stage]
        private static async IAsyncEnumerable<int> CountAsync(First first)
        {
            yield return first.Number;
            await Task.Yield();
            throw Failure;
        }

        private async Task UndoAsync(StageContext context)
        {
            await Task.Yield();
            context.ReportProgress(0.5);
            context.Publish("undoing");
            context.OnCleanUp(() => journal.Add("clean"));
        }
    }

    [Pipeline]
    private sealed partial class Beside
    {
        public partial IAsyncEnumerable<int> StreamAsync<TObserver>(TObserver observer)
            where TObserver : struct, IRunObserver;

        [Stage, Compensate(nameof(UndoAsync))]
        private static First Make() => new(1);

        [Stage, Compensate(nameof(UndoAsync))]
        private static async Task NoteAsync(First first)
        {
            await Task.Yield();
            Assert.Equal(1, first.Number);
        }

        [Stage]
        private static async IAsyncEnumerable<int> CountAsync(First first)
        {
            yield return first.Number;
            await Task.Yield();
            throw Failure;
        }

        private static async Task UndoAsync() => await Task.Yield();
    }

    [Pipeline]
    private sealed partial class Unread
    {
        public partial ValueTask<Second> RunAsync<TObserver>(TObserver observer)
            where TObserver : struct, IRunObserver;

        [Stage, Compensate(nameof(Close))]
        private static First Open() => new(1);

        private static void Close() { }

        [Stage]
        private static async IAsyncEnumerable<int> NumbersAsync(
            First first,
            [EnumeratorCancellation] CancellationToken token
        )
        {
            await Task.Yield();
            token.ThrowIfCancellationRequested();
            yield return first.Number;
            yield return first.Number;
        }

        [Stage]
        private static async ValueTask<Second> ReadAsync(IAsyncEnumerable<int> numbers)
        {
            await Task.Yield();
            return numbers is null ? default : throw Failure;
        }
    }

    [Pipeline]
    private sealed partial class Straight
    {
        public partial Second Run<TObserver>(TObserver observer)
            where TObserver : struct, IRunObserver;

        [Stage, Compensate(nameof(Undo))]
        private static First Make() => new(1);

        private static void Undo() { }

        [Stage]
        private static Second Fail(First first) => first.Number < 0 ? default : throw Failure;
    }
}
