namespace Sluice;

/// <summary>Shows an <see cref="Outcome{T}"/> in a debugger, without the exception of an absent value.</summary>
internal sealed class OutcomeDebugView<T>(Outcome<T> outcome)
{
    public OutcomeStatus Status => outcome.Status;

    public T? Value => outcome.TryGetValue(out var value) ? value : default;

    public string? Reason => outcome.Reason;

    public Exception? Exception => outcome.Exception;

    public TimeSpan? RetryAfter => outcome.RetryAfter;
}
