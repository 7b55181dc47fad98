using System.ComponentModel;

namespace Sluice.CompilerServices.Elements;

/// <summary>Collects outcomes from a stage that returns optionals. An exception becomes a failed outcome.</summary>
/// <typeparam name="T">The type of the values.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly record struct OutcomesOfOptionals<T> : IElementCollector<Optional<T>, Outcome<T>>
{
    /// <inheritdoc />
    public bool LeavesOut => false;

    /// <inheritdoc />
    public bool TakesFailures => true;

    /// <inheritdoc />
    public bool TryTake(Optional<T> returned, out Outcome<T> result)
    {
        var skipped = Returned.Take(returned, out var value);
        result = Given.Outcome(value, skipped, failure: null);
        return true;
    }

    /// <inheritdoc />
    public Outcome<T> TakeFailure(Exception exception) => Outcome.Fail(exception);
}
