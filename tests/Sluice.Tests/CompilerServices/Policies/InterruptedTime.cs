namespace Sluice.Tests.CompilerServices.Policies;

/// <summary>
/// A clock that lets a test act in the middle of its callers: before it returns the time, and before and after it arms a timer. Each
/// action runs once.
/// </summary>
internal sealed class InterruptedTime(ManualTimeProvider clock) : TimeProvider
{
    public Action? BeforeTimestamp { get; set; }

    public Action? BeforeChange { get; set; }

    public Action? AfterChange { get; set; }

    public override long TimestampFrequency => clock.TimestampFrequency;

    public override long GetTimestamp()
    {
        var action = BeforeTimestamp;
        BeforeTimestamp = null;
        action?.Invoke();
        return clock.GetTimestamp();
    }

    public override DateTimeOffset GetUtcNow() => clock.GetUtcNow();

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
        new InterruptedTimer(this, clock.CreateTimer(callback, state, dueTime, period));

    private sealed class InterruptedTimer(InterruptedTime time, ITimer timer) : ITimer
    {
        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            var before = time.BeforeChange;
            time.BeforeChange = null;
            before?.Invoke();
            var isChanged = timer.Change(dueTime, period);
            var after = time.AfterChange;
            time.AfterChange = null;
            after?.Invoke();
            return isChanged;
        }

        public void Dispose() => timer.Dispose();

        public ValueTask DisposeAsync() => timer.DisposeAsync();
    }
}
