namespace Sluice.FunctionalTests.Shapes;

/// <summary>Calls the static pipeline, which cannot implement an interface itself.</summary>
public sealed class StaticStraightLineCaller : ISynchronousShape
{
    public Total Run(Script script, RunContext? context, CancellationToken token) =>
        StaticStraightLineShape.Run(script, context, token);

    public Total ObservedRun<TObserver>(Script script, TObserver observer, RunContext? context, CancellationToken token)
        where TObserver : struct, IRunObserver => StaticStraightLineShape.ObservedRun(script, observer, context, token);
}
