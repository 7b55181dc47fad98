namespace Sluice.CompilerServices;

/// <summary>The captured context of an awaiter whose continuation needs a scheduler and an execution context.</summary>
/// <param name="scheduler">A <see cref="SynchronizationContext"/> or a <see cref="TaskScheduler"/>.</param>
/// <param name="executionContext">The execution context.</param>
internal sealed class FlowingScheduler(object scheduler, ExecutionContext executionContext)
{
    public object Scheduler { get; } = scheduler;

    public ExecutionContext ExecutionContext { get; } = executionContext;
}
