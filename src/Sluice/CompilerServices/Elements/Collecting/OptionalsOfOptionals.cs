using System.ComponentModel;

namespace Sluice.CompilerServices.Elements;

/// <summary>Collects optionals from a stage that returns optionals.</summary>
/// <typeparam name="T">The type of the values.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly record struct OptionalsOfOptionals<T> : IElementCollector<Optional<T>, Optional<T>>
{
    /// <inheritdoc />
    public bool LeavesOut => false;

    /// <inheritdoc />
    public bool TakesFailures => false;

    /// <inheritdoc />
    public bool TryTake(Optional<T> returned, out Optional<T> result)
    {
        result = returned;
        return true;
    }

    /// <inheritdoc />
    public Optional<T> TakeFailure(Exception exception) => throw new NotSupportedException();
}
