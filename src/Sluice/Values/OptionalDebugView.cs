namespace Sluice;

/// <summary>Shows an <see cref="Optional{T}"/> in a debugger, without the exception of an absent value.</summary>
internal sealed class OptionalDebugView<T>(Optional<T> optional)
{
    public bool HasValue => optional.HasValue;

    public T? Value => optional.TryGetValue(out var value) ? value : default;

    public string? Reason => optional.Reason;
}
