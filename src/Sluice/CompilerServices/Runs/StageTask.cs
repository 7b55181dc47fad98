using System.ComponentModel;
using System.Runtime.CompilerServices;

namespace Sluice.CompilerServices;

/// <summary>The task of an effect that a run object waits for. Emitted code has one as a field for each such stage.</summary>
/// <remarks>
/// A mutable struct: it must not be copied. Its methods take tasks by reference and are always inlined: with a copy for each stage, the
/// method that resumes a run would clear the stack space of all copies each time it is called.
/// </remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
#pragma warning disable CA1815 // It is part of a run object, and is never compared.
public struct StageTask
#pragma warning restore CA1815
{
    private ConfiguredValueTaskAwaitable.ConfiguredValueTaskAwaiter _awaiter;

    /// <summary>Whether the task has ended.</summary>
    public readonly bool IsCompleted => _awaiter.IsCompleted;

    /// <summary>Begins to wait for a task.</summary>
    /// <param name="task">The task.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Begin(in ValueTask task) => _awaiter = task.ConfigureAwait(false).GetAwaiter();

    /// <summary>Takes the end of a task if it has ended.</summary>
    /// <param name="task">The task.</param>
    /// <returns>Whether it has ended. Otherwise <see cref="Wait"/> has to follow.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool Start(in ValueTask task)
    {
        Begin(in task);
        if (!IsCompleted)
        {
            return false;
        }

        Take();
        return true;
    }

    /// <summary>Has a continuation called when the task ends. The run object must not be touched afterwards.</summary>
    /// <param name="continuation">The continuation.</param>
    /// <returns><see langword="false"/>: the stage is under way.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public readonly bool Wait(Action continuation)
    {
        _awaiter.UnsafeOnCompleted(continuation);
        return false;
    }

    /// <summary>Takes the end of the task. Throws if the stage failed.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public readonly void Take() => _awaiter.GetResult();
}
