using System.ComponentModel;

namespace Sluice.CompilerServices.Elements;

/// <summary>Collects optionals from a stage that returns outcomes. A failed element ends the fan-out.</summary>
/// <typeparam name="T">The type of the values.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly record struct OptionalsOfOutcomes<T> : IElementCollector<Outcome<T>, Optional<T>>
{
    /// <inheritdoc />
    public bool LeavesOut => false;

    /// <inheritdoc />
    public bool TakesFailures => false;

    /// <inheritdoc />
    public bool TryTake(Outcome<T> returned, out Optional<T> result)
    {
        var skipped = Returned.Take(returned, out var value);
        result = Given.Optional(value, skipped);
        return true;
    }

    /// <inheritdoc />
    public Optional<T> TakeFailure(Exception exception) => throw new NotSupportedException();
}
