using System.ComponentModel;

namespace Sluice.CompilerServices.Elements;

/// <summary>
/// Collects outcomes from a stage that returns outcomes. A requested retry becomes a failed outcome; a cancellation
/// ends the fan-out.
/// </summary>
/// <typeparam name="T">The type of the values.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly record struct OutcomesOfOutcomes<T> : IElementCollector<Outcome<T>, Outcome<T>>
{
    /// <inheritdoc />
    public bool LeavesOut => false;

    /// <inheritdoc />
    public bool TakesFailures => true;

    /// <inheritdoc />
    public bool TryTake(Outcome<T> returned, out Outcome<T> result)
    {
        result = returned.Status switch
        {
            OutcomeStatus.Cancelled => throw Returned.Cancelled(returned),
            OutcomeStatus.Retry => Outcome.Fail(Returned.RetryRequested(returned)),
            _ => returned,
        };
        return true;
    }

    /// <inheritdoc />
    public Outcome<T> TakeFailure(Exception exception) => Outcome.Fail(exception);
}
