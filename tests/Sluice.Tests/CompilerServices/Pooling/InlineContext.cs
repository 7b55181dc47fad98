namespace Sluice.Tests.CompilerServices.Pooling;

/// <summary>A synchronization context that calls what is posted on the thread that posts it, and counts the posts.</summary>
internal sealed class InlineContext(Action posted) : SynchronizationContext
{
    public override void Post(SendOrPostCallback d, object? state)
    {
        posted();
        var previous = Current;
        SetSynchronizationContext(this);
        try
        {
            d(state);
        }
        finally
        {
            SetSynchronizationContext(previous);
        }
    }
}
