using Sluice.FunctionalTests.Shapes;

namespace Sluice.FunctionalTests.RunContexts;

/// <summary>The durations in results and events, by the clock of the run.</summary>
public sealed class ReportedTimeTests
{
    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);

    private readonly ManualTimeProvider _clock = new();

    [Theory]
    [Shapes]
    public void Durations_are_those_of_the_runs_clock(Shape shape, bool isObserved)
    {
        var run = NewRun(shape, isObserved);
        run.Script.In("Load", _ => _clock.Advance(Second));
        run.Script.In("Left", _ => _clock.Advance(2 * Second));
        run.Script.In("Right", _ => _clock.Advance(4 * Second));
        run.Script.In("Join", _ => _clock.Advance(8 * Second));

        var end = run.ToEnd();

        Assert.Equal(ShapeRun.Expected, end.Value);

        // The durations of both stages add up if the stages overlap.
        var right = shape.Overlaps() ? 6 : 4;
        if (shape.GivesResult())
        {
            Assert.Equal(
                ["Load 1", "Left 2", $"Right {right}", "Join 8"],
                end.Report!.Stages.Select(stage => $"{stage.Name} {stage.Duration?.TotalSeconds}")
            );
        }

        if (isObserved)
        {
            Assert.Equal(
                ["Load 1", "Left 2", $"Right {right}", "Join 8", " 15"],
                run.Events.All.Where(runEvent => runEvent.Duration is not null)
                    .Where(runEvent => runEvent.Stage?.StartsWith("Fill", StringComparison.Ordinal) is not true)
                    .Select(runEvent => $"{runEvent.Stage} {runEvent.Duration?.TotalSeconds}")
            );
            var start = new ManualTimeProvider().GetUtcNow();
            Assert.Equal(start, run.Events.All[0].Timestamp);
            Assert.Equal(start + Second, run.Events.EndOf("Load").Timestamp);
            Assert.Equal(start + (15 * Second), run.Events.All[^1].Timestamp);
        }
    }

    [Theory]
    [Shapes]
    public void A_stage_that_fails_has_a_duration_too(Shape shape, bool isObserved)
    {
        var run = NewRun(shape, isObserved);
        run.Script.In(
            "Right",
            _ =>
            {
                _clock.Advance(4 * Second);
                throw new InvalidDataException();
            }
        );

        var end = run.ToEnd();

        Assert.IsType<InvalidDataException>(end.Exception);
        Assert.Equal(
            shape.GivesResult() ? 4 * Second : null,
            end.Report!.Stages.Single(stage => stage.Name == "Right").Duration
        );
        if (isObserved)
        {
            Assert.Equal(4 * Second, run.Events.EndOf("Right").Duration);
            Assert.Equal(4 * Second, run.Events.All[^1].Duration);
        }
    }

    private ShapeRun NewRun(Shape shape, bool isObserved) =>
        new(shape, isObserved) { Context = new RunContext { TimeProvider = _clock } };
}
