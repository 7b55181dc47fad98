using System.ComponentModel;
using System.Runtime.CompilerServices;

namespace Sluice.CompilerServices;

/// <summary>
/// The tasks of entry points that return <see cref="Task"/>. The details of a failed run are kept beside its task, so that the outer run
/// finds them: several runs may share an exception, but not a task.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class RunTask
{
    private static readonly ConditionalWeakTable<Task, RunFailure> Failures = [];

    /// <summary>Makes the value task with which an outer run awaits a nested one.</summary>
    /// <typeparam name="TResult">The type of the output.</typeparam>
    /// <param name="run">The task that the entry point has returned.</param>
    /// <returns>A value task of the same run. If it fails, the details of the nested run come with the exception.</returns>
    public static ValueTask<TResult> Nested<TResult>(Task<TResult> run)
    {
        ArgumentNullException.ThrowIfNull(run);
        return run.IsCompletedSuccessfully
            ? new ValueTask<TResult>(run)
            : new ValueTask<TResult>(new NestedRun<TResult>(run), token: 0);
    }

    /// <summary>Makes the value task with which an outer run awaits a nested one that has no output.</summary>
    /// <param name="run">The task that the entry point has returned.</param>
    /// <returns>A value task of the same run. If it fails, the details of the nested run come with the exception.</returns>
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

    /// <summary>The details of the run of a task that has failed, or <see langword="null"/>.</summary>
    internal static RunFailure? FailureOf(Task task) => Failures.TryGetValue(task, out var failure) ? failure : null;
}
