using Sluice.DifferentialTests.Probing;

namespace Sluice.DifferentialTests.Execution;

/// <summary>An instance of a compiled pipeline. Each generated pipeline comes with an implementation that calls its entry points.</summary>
public abstract class PipelineUnderTest
{
    /// <summary>Starts a run; the task gives the outputs.</summary>
    public abstract Task<Value[]> StartAsync(int entryPoint, Run run, CancellationToken token);

    protected static Task<Value[]> Synchronous(Run run, Func<Value[]> call)
    {
        ArgumentNullException.ThrowIfNull(run);
        ArgumentNullException.ThrowIfNull(call);
        try
        {
            return Task.FromResult(call());
        }
        catch (Exception exception)
        {
            return Task.FromException<Value[]>(exception);
        }
        finally
        {
            run.EndEntryPoint();
        }
    }

    protected static Task<Value[]> Synchronous<T>(Run run, Func<T> call, Func<T, Value[]> outputs) =>
        Synchronous(run, () => outputs(call()));

    protected static async Task<Value[]> Observe<T>(Run run, ValueTask<T> task, Func<T, Value[]> outputs)
    {
        ArgumentNullException.ThrowIfNull(run);
        ArgumentNullException.ThrowIfNull(outputs);
        try
        {
            return outputs(await task.ConfigureAwait(false));
        }
        finally
        {
            run.EndEntryPoint();
        }
    }

    protected static async Task<Value[]> Observe(Run run, ValueTask task)
    {
        ArgumentNullException.ThrowIfNull(run);
        try
        {
            await task.ConfigureAwait(false);
            return [];
        }
        finally
        {
            run.EndEntryPoint();
        }
    }

    protected static Task<Value[]> Observe<T>(Run run, Task<T> task, Func<T, Value[]> outputs) =>
        Observe(run, new ValueTask<T>(task), outputs);

    protected static Task<Value[]> Observe(Run run, Task task) => Observe(run, new ValueTask(task));

    /// <summary>The value in a tuple output, whose two parts must belong together.</summary>
    public static Value Inner((Value Inner, int Stage) tuple) =>
        tuple.Inner.Producer == tuple.Stage ? tuple.Inner : throw new InvalidOperationException("A torn tuple.");
}
