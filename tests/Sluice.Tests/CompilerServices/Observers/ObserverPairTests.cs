using Sluice.CompilerServices;
using Sluice.Tests.Shared.Runs;

namespace Sluice.Tests.CompilerServices.Observers;

public sealed class ObserverPairTests
{
    private static readonly ReportedStages Stages = new("Shop.Checkout", ["Load"], [0]);
    private static readonly InvalidOperationException Error = new("No.");

    [Fact]
    public void The_outer_observer_is_told_first_of_what_starts_and_last_of_what_ends()
    {
        var told = new List<string>();
        var run = Start(RunObservers.Combine(new Told(told, "inner"), new Told(told, "outer")));
        run.Ready(0);
        run.Started(0);
        run.Completed(0, 1);
        run.Close();

        Assert.Equal(
            [
                "outer RunStarted",
                "inner RunStarted",
                "inner StageReady",
                "outer StageReady",
                "outer StageStarted",
                "inner StageStarted",
                "inner StageCompleted",
                "outer StageCompleted",
                "inner RunCompleted",
                "outer RunCompleted",
            ],
            told
        );
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void When_one_throws_the_other_goes_on_being_told_and_the_run_reports_it(bool isInner)
    {
        var events = new RecordedEvents();
        var throwing = new Throwing(new Counter());
        if (isInner)
        {
            Run(RunObservers.Combine(throwing, events.Observer));
        }
        else
        {
            Run(RunObservers.Combine(events.Observer, throwing));
        }

        events.Check();
        Assert.Equal(1, throwing.Counter.Calls);

        static void Run<TInner, TOuter>(ObserverPair<TInner, TOuter> pair)
            where TInner : struct, IRunObserver
            where TOuter : struct, IRunObserver
        {
            var run = Start(pair);
            Assert.Same(Error, run.ObserverFailure);
            run.Ready(0);
            run.Started(0);
            run.Completed(0, 1);
            Assert.Same(Error, run.ObserverFailure);
            run.Close();
        }
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void What_one_of_several_pairs_throws_is_reported_too(bool isInner)
    {
        var events = new RecordedEvents();
        var pair = RunObservers.Combine(new Throwing(new Counter()), events.Observer);
        if (isInner)
        {
            Run(RunObservers.Combine(pair, events.Observer));
        }
        else
        {
            Run(RunObservers.Combine(events.Observer, pair));
        }

        Assert.Equal(4, events.All.Count);

        static void Run<TInner, TOuter>(ObserverPair<TInner, TOuter> pair)
            where TInner : struct, IRunObserver
            where TOuter : struct, IRunObserver
        {
            var run = Start(pair);
            Assert.Same(Error, run.ObserverFailure);
            run.Close();
        }
    }

    [Fact]
    public void Nothing_is_reported_where_nothing_was_thrown()
    {
        var events = new RecordedEvents();
        var run = Start(RunObservers.Combine(events.Observer, events.Observer));
        Assert.Null(run.ObserverFailure);
        run.Close();
    }

    private static ObservedRun<TObserver> Start<TObserver>(TObserver observer)
        where TObserver : struct, IRunObserver =>
        RunScope.Observe(Stages, "Run", observer, null, isSynchronous: true, default);

    private sealed class Counter
    {
        public int Calls { get; set; }
    }

    private readonly struct Told(List<string> told, string name) : IRunObserver
    {
        public void Observe(in RunEvent runEvent) => told.Add($"{name} {runEvent.Kind}");
    }

    private readonly struct Throwing(Counter counter) : IRunObserver
    {
        public Counter Counter => counter;

        public void Observe(in RunEvent runEvent)
        {
            counter.Calls++;
            throw Error;
        }
    }
}
