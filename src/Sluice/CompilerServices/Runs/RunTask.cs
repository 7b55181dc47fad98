using System.ComponentModel;
using System.Runtime.CompilerServices;

namespace Sluice.CompilerServices;

/// <summary>
/// The tasks of entry points that return <see cref="Task"/>. What is known of a run that failed is kept beside its task, so that the run
/// that it is nested in finds it: exceptions may be shared, tasks are not.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class RunTask
{
    private static readonly ConditionalWeakTable<Task, RunFailure> Failures = [];

    /// <summary>Makes of the task of a nested run what its outer run awaits.</summary>
    /// <typeparam name="TResult">The type of the output.</typeparam>
    /// <param name="run">What the entry point has returned.</param>
    /// <returns>The same; who takes its failure finds what is known of the nested run.</returns>
    public static ValueTask<TResult> Nested<TResult>(Task<TResult> run)
    {
        ArgumentNullException.ThrowIfNull(run);
        return run.IsCompletedSuccessfully
            ? new ValueTask<TResult>(run)
            : new ValueTask<TResult>(new NestedRun<TResult>(run), token: 0);
    }

    /// <summary>Makes of the task of a nested run that has no output what its outer run awaits.</summary>
    /// <param name="run">What the entry point has returned.</param>
    /// <returns>The same; who takes its failure finds what is known of the nested run.</returns>
    public static ValueTask Nested(Task run)
    {
        ArgumentNullException.ThrowIfNull(run);
        return run.IsCompletedSuccessfully ? default : new ValueTask(new NestedRun<bool>(run), token: 0);
    }

    /// <summary>Notes, before the exception of a run is thrown, that this thread gets it.</summary>
    /// <param name="failure">The details of the run.</param>
    /// <param name="task">The task that takes the result of the run, or <see langword="null"/> if the run has none.</param>
    internal static void Thrown(RunFailure failure, Task? task)
    {
        failure.Thrown();
        if (task is not null)
        {
            // Before any awaiter sees that the task has failed.
            Failures.AddOrUpdate(task, failure);
        }
    }

    /// <summary>What is known of the run of a task that has failed.</summary>
    internal static RunFailure? FailureOf(Task task) => Failures.TryGetValue(task, out var failure) ? failure : null;
}
