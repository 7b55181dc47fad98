using Sluice.Tests.Shared.Runs;

namespace Sluice.FunctionalTests.Shapes;

/// <summary>Runs the same four stages in any shape: Load, then Left and Right, then Join, in this order.</summary>
/// <param name="shape">The shape.</param>
/// <param name="events">What keeps the events of the run, or <see langword="null"/> where nobody observes it.</param>
internal sealed class ShapeRun(Shape shape, RecordedEvents? events = null)
{
    /// <summary>What the run gives where nothing goes wrong.</summary>
    public const int Expected = 6;

    private readonly Script _script = new(shape.Pace());

    public Script Script => _script;

    public RunContext? Context { get; init; }

    public CancellationToken Token { get; init; }

    /// <summary>Runs to the end, opening what stages wait for in the order in which they wait.</summary>
    public ShapeEnd ToEnd()
    {
        var run = Start();
        _script.Steps.GoOn();
        return Taken(run);
    }

    /// <summary>Runs until all stages under way wait.</summary>
    public Task<ShapeEnd> Start()
    {
        // What goes on in tests must not depend on the test framework's context.
        var context = SynchronizationContext.Current;
        SynchronizationContext.SetSynchronizationContext(null);
        try
        {
            return StartAsync();
        }
        finally
        {
            SynchronizationContext.SetSynchronizationContext(context);
        }
    }

    /// <summary>How a run ended that has.</summary>
    public static ShapeEnd Taken(Task<ShapeEnd> run)
    {
        Assert.True(run.IsCompleted, "The run has not ended.");
        return run.GetAwaiter().GetResult();
    }

    private async Task<ShapeEnd> StartAsync()
    {
        try
        {
            return shape switch
            {
                Shape.StraightLine => ShapeEnd.Of(StraightLine()),
                Shape.StraightLineTask => ShapeEnd.Of(await StraightLineTask()),
                Shape.StraightLineEffect => StraightLineEffect(),
                Shape.SequentialAtOnce or Shape.SequentialSuspended => ShapeEnd.Of(await Sequential()),
                Shape.SequentialTask => ShapeEnd.Of(await SequentialTask()),
                Shape.SequentialEffect => await SequentialEffectAsync(),
                Shape.ConcurrentAtOnce or Shape.ConcurrentSuspended => ShapeEnd.Of(await Concurrent()),
                Shape.Result => ShapeEnd.Of(Result()),
                Shape.ResultSequentialAtOnce or Shape.ResultSequentialSuspended => ShapeEnd.Of(
                    await ResultSequential()
                ),
                Shape.ResultConcurrentAtOnce or Shape.ResultConcurrentSuspended => ShapeEnd.Of(
                    await ResultConcurrent()
                ),
                Shape.StreamedAtOnce or Shape.StreamedSuspended => await StreamedAsync(),
                Shape.StaticStraightLine => ShapeEnd.Of(StaticStraightLine()),
                Shape.StaticSuspended => ShapeEnd.Of(await Static()),
                Shape.GenericStraightLine => ShapeEnd.Of(GenericStraightLine()),
                Shape.GenericSuspended => ShapeEnd.Of(await Generic()),
                Shape.ContinuedStraightLine => ShapeEnd.Of(ContinuedStraightLine()),
                Shape.ContinuedSuspended => ShapeEnd.Of(await Continued()),
                Shape.LongStraightLine => ShapeEnd.Of(LongStraightLine()),
                Shape.LongSequentialAtOnce or Shape.LongSequentialSuspended => ShapeEnd.Of(await LongSequential()),
                Shape.LongConcurrentAtOnce or Shape.LongConcurrentSuspended => ShapeEnd.Of(await LongConcurrent()),
                _ => throw new InvalidOperationException($"There is no shape {shape}."),
            };
        }
        catch (Exception exception)
        {
            return ShapeEnd.Of(exception);
        }
    }

    private ShapeEnd StraightLineEffect()
    {
        var pipeline = new StraightLineEffectShape();
        if (events is null)
        {
            pipeline.Run(_script, Context, Token);
        }
        else
        {
            pipeline.ObservedRun(_script, events.Observer, Context, Token);
        }

        return ShapeEnd.Of(new Total(Expected));
    }

    private async ValueTask<ShapeEnd> SequentialEffectAsync()
    {
        var pipeline = new SequentialEffectShape();
        await (
            events is null
                ? pipeline.RunAsync(_script, Context, Token)
                : pipeline.ObservedRunAsync(_script, events.Observer, Context, Token)
        );
        return ShapeEnd.Of(new Total(Expected));
    }

    private async ValueTask<ShapeEnd> StreamedAsync()
    {
        var pipeline = new StreamedShape();
        var stream = events is null
            ? pipeline.StreamAsync(_script, Context, Token)
            : pipeline.ObservedStreamAsync(_script, events.Observer, Context, Token);
        var totals = new List<Total>();
        await foreach (var total in stream)
        {
            totals.Add(total);
        }

        return ShapeEnd.Of(Assert.Single(totals));
    }

    private Total StraightLine() =>
        events is null
            ? new StraightLineShape().Run(_script, Context, Token)
            : new StraightLineShape().ObservedRun(_script, events.Observer, Context, Token);

    private ValueTask<Total> StraightLineTask() =>
        events is null
            ? new StraightLineTaskShape().RunAsync(_script, Context, Token)
            : new StraightLineTaskShape().ObservedRunAsync(_script, events.Observer, Context, Token);

    private ValueTask<Total> Sequential() =>
        events is null
            ? new SequentialShape().RunAsync(_script, Context, Token)
            : new SequentialShape().ObservedRunAsync(_script, events.Observer, Context, Token);

    private Task<Total> SequentialTask() =>
        events is null
            ? new SequentialTaskShape().RunAsync(_script, Context, Token)
            : new SequentialTaskShape().ObservedRunAsync(_script, events.Observer, Context, Token);

    private ValueTask<Total> Concurrent() =>
        events is null
            ? new ConcurrentShape().RunAsync(_script, Context, Token)
            : new ConcurrentShape().ObservedRunAsync(_script, events.Observer, Context, Token);

    private PipelineResult<Total> Result() =>
        events is null
            ? new ResultShape().Run(_script, Context, Token)
            : new ResultShape().ObservedRun(_script, events.Observer, Context, Token);

    private ValueTask<PipelineResult<Total>> ResultSequential() =>
        events is null
            ? new ResultSequentialShape().RunAsync(_script, Context, Token)
            : new ResultSequentialShape().ObservedRunAsync(_script, events.Observer, Context, Token);

    private ValueTask<PipelineResult<Total>> ResultConcurrent() =>
        events is null
            ? new ResultConcurrentShape().RunAsync(_script, Context, Token)
            : new ResultConcurrentShape().ObservedRunAsync(_script, events.Observer, Context, Token);

    private Total StaticStraightLine() =>
        events is null
            ? StaticStraightLineShape.Run(_script, Context, Token)
            : StaticStraightLineShape.ObservedRun(_script, events.Observer, Context, Token);

    private ValueTask<Total> Static() =>
        events is null
            ? StaticShape.RunAsync(_script, Context, Token)
            : StaticShape.ObservedRunAsync(_script, events.Observer, Context, Token);

    private Total GenericStraightLine() =>
        events is null
            ? new GenericStraightLineShape<string>().Run(_script, Context, Token)
            : new GenericStraightLineShape<string>().ObservedRun(_script, events.Observer, Context, Token);

    private ValueTask<Total> Generic() =>
        events is null
            ? new GenericShape<string>().RunAsync(_script, Context, Token)
            : new GenericShape<string>().ObservedRunAsync(_script, events.Observer, Context, Token);

    private Total ContinuedStraightLine() =>
        events is null
            ? new ContinuedStraightLineShape().Run(_script, Context, Token)
            : new ContinuedStraightLineShape().ObservedRun(_script, events.Observer, Context, Token);

    private ValueTask<Total> Continued() =>
        events is null
            ? new ContinuedShape().RunAsync(_script, Context, Token)
            : new ContinuedShape().ObservedRunAsync(_script, events.Observer, Context, Token);

    private Total LongStraightLine() =>
        events is null
            ? new LongStraightLineShape().Run(_script, Context, Token)
            : new LongStraightLineShape().ObservedRun(_script, events.Observer, Context, Token);

    private ValueTask<Total> LongSequential() =>
        events is null
            ? new LongSequentialShape().RunAsync(_script, Context, Token)
            : new LongSequentialShape().ObservedRunAsync(_script, events.Observer, Context, Token);

    private ValueTask<Total> LongConcurrent() =>
        events is null
            ? new LongConcurrentShape().RunAsync(_script, Context, Token)
            : new LongConcurrentShape().ObservedRunAsync(_script, events.Observer, Context, Token);
}
