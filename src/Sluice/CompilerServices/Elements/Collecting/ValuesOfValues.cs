using System.ComponentModel;

namespace Sluice.CompilerServices.Elements;

/// <summary>Collects values from a stage that always returns a value.</summary>
/// <typeparam name="T">The type of the values.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly record struct ValuesOfValues<T> : IElementCollector<T, T>
{
    /// <inheritdoc />
    public bool LeavesOut => false;

    /// <inheritdoc />
    public bool TakesFailures => false;

    /// <inheritdoc />
    public bool TryTake(T returned, out T result)
    {
        result = returned;
        return true;
    }

    /// <inheritdoc />
    public T TakeFailure(Exception exception) => throw new NotSupportedException();
}
