namespace Sluice.Tests.CompilerServices.Pooling;

/// <summary>A task scheduler that runs tasks on the thread that queues them, and counts them.</summary>
internal sealed class InlineScheduler(Action queued) : TaskScheduler
{
    protected override void QueueTask(Task task)
    {
        queued();
        TryExecuteTask(task);
    }

    protected override bool TryExecuteTaskInline(Task task, bool taskWasPreviouslyQueued) => TryExecuteTask(task);

    protected override IEnumerable<Task> GetScheduledTasks() => [];
}
