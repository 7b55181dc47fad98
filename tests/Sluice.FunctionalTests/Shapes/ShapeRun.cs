namespace Sluice.FunctionalTests.Shapes;

/// <summary>Runs the same four stages in any shape: Load, then Left and Right, then Join, which end in this order.</summary>
/// <param name="shape">The shape.</param>
/// <param name="pipeline">The pipeline of this shape.</param>
/// <param name="isObserved">Whether the run is observed.</param>
internal sealed class ShapeRun(Shape shape, object pipeline, bool isObserved)
{
    /// <summary>The output of a run without trouble.</summary>
    public const int Expected = 6;

    /// <summary>Creates a run of the pipeline whose stages use only their context.</summary>
    public ShapeRun(Shape shape, bool isObserved)
        : this(shape, ShapePipelines.Of(shape), isObserved) { }

    public Script Script { get; } = new(shape.Pace());

    /// <summary>The events of the run, if it is observed.</summary>
    public RecordedEvents Events { get; } = new();

    public RunContext? Context { get; init; }

    public CancellationToken Token { get; set; }

    /// <summary>Runs to the end, and opens the gates of waiting stages in the order in which they wait.</summary>
    public ShapeEnd ToEnd()
    {
        var run = Start();
        Script.Steps.GoOn();
        return Taken(run);
    }

    /// <summary>Runs to the end with another observer, which is used if the run is observed.</summary>
    public ShapeEnd ToEnd<TObserver>(TObserver observer)
        where TObserver : struct, IRunObserver
    {
        var run = Start(observer);
        Script.Steps.GoOn();
        Assert.True(run.IsCompleted, "The run has not ended.");
        return run.GetAwaiter().GetResult();
    }

    /// <summary>Starts the run, which continues until all running stages wait.</summary>
    public Task<ShapeEnd> Start() => Start(Events.Observer);

    /// <summary>Starts the run with another observer, which is used if the run is observed.</summary>
    public Task<ShapeEnd> Start<TObserver>(TObserver observer)
        where TObserver : struct, IRunObserver
    {
        // Stages must continue on the test's thread, and not in the context of the test framework.
        var context = SynchronizationContext.Current;
        SynchronizationContext.SetSynchronizationContext(null);
        try
        {
            return StartAsync(observer);
        }
        finally
        {
            SynchronizationContext.SetSynchronizationContext(context);
        }
    }

    /// <summary>Returns the end of a run that has ended. If the run was observed, its events are checked.</summary>
    public ShapeEnd Taken(Task<ShapeEnd> run)
    {
        Assert.True(run.IsCompleted, "The run has not ended.");
        if (isObserved)
        {
            Events.Check();
        }

        return run.GetAwaiter().GetResult();
    }

    private async Task<ShapeEnd> StartAsync<TObserver>(TObserver observer)
        where TObserver : struct, IRunObserver
    {
        try
        {
            return await RunAsync(observer);
        }
        catch (Exception exception)
        {
            return ShapeEnd.Of(exception);
        }
    }

    private async Task<ShapeEnd> RunAsync<TObserver>(TObserver observer)
        where TObserver : struct, IRunObserver
    {
        switch (pipeline)
        {
            case ISynchronousShape found:
                return ShapeEnd.Of(
                    isObserved ? found.ObservedRun(Script, observer, Context, Token) : found.Run(Script, Context, Token)
                );
            case ISynchronousEffectShape found:
                if (isObserved)
                {
                    found.ObservedRun(Script, observer, Context, Token);
                }
                else
                {
                    found.Run(Script, Context, Token);
                }

                return ShapeEnd.Of(new Total(Expected));
            case IValueTaskShape found:
                return ShapeEnd.Of(
                    await (
                        isObserved
                            ? found.ObservedRunAsync(Script, observer, Context, Token)
                            : found.RunAsync(Script, Context, Token)
                    )
                );
            case ITaskShape found:
                return ShapeEnd.Of(
                    await (
                        isObserved
                            ? found.ObservedRunAsync(Script, observer, Context, Token)
                            : found.RunAsync(Script, Context, Token)
                    )
                );
            case IEffectShape found:
                await (
                    isObserved
                        ? found.ObservedRunAsync(Script, observer, Context, Token)
                        : found.RunAsync(Script, Context, Token)
                );
                return ShapeEnd.Of(new Total(Expected));
            case IResultShape found:
                return ShapeEnd.Of(
                    isObserved ? found.ObservedRun(Script, observer, Context, Token) : found.Run(Script, Context, Token)
                );
            case IResultTaskShape found:
                return ShapeEnd.Of(
                    await (
                        isObserved
                            ? found.ObservedRunAsync(Script, observer, Context, Token)
                            : found.RunAsync(Script, Context, Token)
                    )
                );
            case IStreamShape found:
                var totals = new List<Total>();
                await foreach (
                    var total in isObserved
                        ? found.ObservedStreamAsync(Script, observer, Context, Token)
                        : found.StreamAsync(Script, Context, Token)
                )
                {
                    totals.Add(total);
                }

                return ShapeEnd.Of(Assert.Single(totals));
            default:
                throw new InvalidOperationException($"{pipeline} has no known form.");
        }
    }
}
