using System.ComponentModel;

namespace Sluice.CompilerServices.Elements;

/// <summary>Collects optionals from a stage that always returns a value.</summary>
/// <typeparam name="T">The type of the values.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly record struct OptionalsOfValues<T> : IElementCollector<T, Optional<T>>
{
    /// <inheritdoc />
    public bool LeavesOut => false;

    /// <inheritdoc />
    public bool TakesFailures => false;

    /// <inheritdoc />
    public bool TryTake(T returned, out Optional<T> result)
    {
        result = new Optional<T>(returned);
        return true;
    }

    /// <inheritdoc />
    public Optional<T> TakeFailure(Exception exception) => throw new NotSupportedException();
}
