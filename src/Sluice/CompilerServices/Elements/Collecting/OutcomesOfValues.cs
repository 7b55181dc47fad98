using System.ComponentModel;

namespace Sluice.CompilerServices.Elements;

/// <summary>Collects outcomes from a stage that returns values. An exception becomes a failed outcome.</summary>
/// <typeparam name="T">The type of the values.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly record struct OutcomesOfValues<T> : IElementCollector<T, Outcome<T>>
{
    /// <inheritdoc />
    public bool LeavesOut => false;

    /// <inheritdoc />
    public bool TakesFailures => true;

    /// <inheritdoc />
    public bool TryTake(T returned, out Outcome<T> result)
    {
        result = new Outcome<T>(returned);
        return true;
    }

    /// <inheritdoc />
    public Outcome<T> TakeFailure(Exception exception) => Outcome.Fail(exception);
}
