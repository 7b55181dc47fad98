using System.ComponentModel;

namespace Sluice.CompilerServices.Elements;

/// <summary>
/// Collects values from a stage that returns outcomes. Skipped elements are omitted, and a failed element ends the
/// fan-out.
/// </summary>
/// <typeparam name="T">The type of the values.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly record struct ValuesOfOutcomes<T> : IElementCollector<Outcome<T>, T>
{
    /// <inheritdoc />
    public bool LeavesOut => true;

    /// <inheritdoc />
    public bool TakesFailures => false;

    /// <inheritdoc />
    public bool TryTake(Outcome<T> returned, out T result)
    {
        return Returned.Take(returned, out result) is null;
    }

    /// <inheritdoc />
    public T TakeFailure(Exception exception) => throw new NotSupportedException();
}
