using System.ComponentModel;

namespace Sluice.CompilerServices.Elements;

/// <summary>Collects values from a stage that returns optionals. Elements without a value are omitted.</summary>
/// <typeparam name="T">The type of the values.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly record struct ValuesOfOptionals<T> : IElementCollector<Optional<T>, T>
{
    /// <inheritdoc />
    public bool LeavesOut => true;

    /// <inheritdoc />
    public bool TakesFailures => false;

    /// <inheritdoc />
    public bool TryTake(Optional<T> returned, out T result)
    {
        return Returned.Take(returned, out result) is null;
    }

    /// <inheritdoc />
    public T TakeFailure(Exception exception) => throw new NotSupportedException();
}
