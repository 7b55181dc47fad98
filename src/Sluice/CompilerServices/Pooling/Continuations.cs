using System.Diagnostics;
using System.Runtime.CompilerServices;
using System.Runtime.ExceptionServices;
using System.Threading.Tasks.Sources;

namespace Sluice.CompilerServices;

/// <summary>Captures the context of an awaiter and calls its continuation there.</summary>
/// <remarks>
/// A captured context is an <see cref="ExecutionContext"/>, a <see cref="SynchronizationContext"/>, a <see cref="TaskScheduler"/>, a
/// <see cref="FlowingScheduler"/> if the execution context and a scheduler are both captured, or <see langword="null"/>.
/// </remarks>
internal static class Continuations
{
    /// <summary>Marks an operation that has completed. It is never called.</summary>
    public static readonly Action<object?> Completed = static _ =>
        throw new UnreachableException("The mark of a completed operation was called.");

    /// <summary>Captures the parts of the calling thread's context that an awaiter asks for.</summary>
    /// <param name="flags">The parts.</param>
    /// <returns>The captured context, or <see langword="null"/> if there is nothing to capture.</returns>
    public static object? Capture(ValueTaskSourceOnCompletedFlags flags)
    {
        var flowing =
            (flags & ValueTaskSourceOnCompletedFlags.FlowExecutionContext) != 0 ? ExecutionContext.Capture() : null;
        var scheduler = (flags & ValueTaskSourceOnCompletedFlags.UseSchedulingContext) != 0 ? CurrentScheduler() : null;
        return flowing is null ? scheduler
            : scheduler is null ? flowing
            : new FlowingScheduler(scheduler, flowing);
    }

    /// <summary>Calls the continuation of an operation on the thread that completes it, or has another thread call it.</summary>
    /// <param name="continuation">The continuation.</param>
    /// <param name="state">Its argument.</param>
    /// <param name="context">The captured context.</param>
    /// <param name="queues">Whether the calling thread must not call the continuation itself.</param>
    public static void Resume(Action<object?> continuation, object? state, object? context, bool queues)
    {
        if (context is not (null or ExecutionContext))
        {
            Schedule(continuation, state, context);
        }
        else if (queues)
        {
            Queue(continuation, state, context);
        }
        else
        {
            Call(continuation, state, context);
        }
    }

    /// <summary>Calls the continuation of an operation that completed before the continuation could be registered.</summary>
    /// <param name="continuation">The continuation.</param>
    /// <param name="state">Its argument.</param>
    /// <param name="context">The captured context.</param>
    /// <remarks>
    /// The continuation runs on the stack of the awaiter that registers it. Usually that adds one level, as an awaiter registers
    /// nothing if the operation has completed when it asks. A chain of operations of which each completes just after it was asked
    /// would go one level deeper with each; so the continuation is queued when the stack is nearly used up.
    /// </remarks>
    public static void ResumeHere(Action<object?> continuation, object? state, object? context)
    {
        if (context is not (null or ExecutionContext))
        {
            // The captured execution context is that of the calling thread.
            Schedule(continuation, state, context is FlowingScheduler flowing ? flowing.Scheduler : context);
            return;
        }

        if (!RuntimeHelpers.TryEnsureSufficientExecutionStack())
        {
            Queue(continuation, state, context);
            return;
        }

        try
        {
            Call(continuation, state, context);
        }
#pragma warning disable CA1031 // An awaiter must not take a failure of the continuation for a refusal to register it, and register it again.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            // No caller awaits the continuation. It is unhandled, as if the continuation had been queued.
            ThreadPool.UnsafeQueueUserWorkItem(
                static failure => failure.Throw(),
                ExceptionDispatchInfo.Capture(exception),
                preferLocal: false
            );
        }
    }

    private static object? CurrentScheduler()
    {
        // A context of exactly this type calls back on the thread pool, as no context does.
        if (SynchronizationContext.Current is { } current && current.GetType() != typeof(SynchronizationContext))
        {
            return current;
        }

        var scheduler = TaskScheduler.Current;
        return ReferenceEquals(scheduler, TaskScheduler.Default) ? null : scheduler;
    }

    private static void Call(Action<object?> continuation, object? state, object? context)
    {
        if (context is null)
        {
            continuation(state);
        }
        else
        {
            CallIn((ExecutionContext)context, continuation, state);
        }
    }

    private static void Queue(Action<object?> continuation, object? state, object? context)
    {
        if (context is null)
        {
            ThreadPool.UnsafeQueueUserWorkItem(continuation, state, preferLocal: true);
        }
        else
        {
            // To queue it captures the execution context that it finds.
            CallIn(
                (ExecutionContext)context,
                static queued =>
                    ThreadPool.QueueUserWorkItem(
                        static item => item.Call(),
                        (ScheduledContinuation)queued!,
                        preferLocal: true
                    ),
                new ScheduledContinuation(continuation, state)
            );
        }
    }

    private static void Schedule(Action<object?> continuation, object? state, object context)
    {
        if (context is FlowingScheduler flowing)
        {
            // A scheduler may capture the execution context that it finds.
            CallIn(
                flowing.ExecutionContext,
                static scheduled => ((ScheduledContinuation)scheduled!).Schedule(),
                new ScheduledContinuation(continuation, state, flowing.Scheduler)
            );
        }
        else
        {
            new ScheduledContinuation(continuation, state, context).Schedule();
        }
    }

    /// <summary>Calls a continuation in an execution context, and restores that of the calling thread afterwards.</summary>
    private static void CallIn(ExecutionContext context, Action<object?> continuation, object? state)
    {
        // Nothing can be captured, and then restored, while the calling thread suppresses the flow.
        var isSuppressed = ExecutionContext.IsFlowSuppressed();
        if (isSuppressed)
        {
            ExecutionContext.RestoreFlow();
        }

        var previous = ExecutionContext.Capture()!;
        var scheduler = SynchronizationContext.Current;
        ExecutionContext.Restore(context);
        try
        {
            continuation(state);
        }
        finally
        {
            SynchronizationContext.SetSynchronizationContext(scheduler);
            ExecutionContext.Restore(previous);
            if (isSuppressed)
            {
                ExecutionContext.SuppressFlow();
            }
        }
    }
}
