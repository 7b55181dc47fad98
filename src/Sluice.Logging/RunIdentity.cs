using System.Collections;

namespace Sluice.Logging;

/// <summary>The scope state that identifies a run in log messages.</summary>
internal sealed class RunIdentity : IReadOnlyList<KeyValuePair<string, object?>>
{
    private readonly List<KeyValuePair<string, object?>> _values = [];

    public RunIdentity(RunContext context)
    {
        Add(nameof(RunContext.ParentRunId), context.ParentRunId);
        Add(nameof(RunContext.RequestId), context.RequestId);
        Add(nameof(RunContext.SessionId), context.SessionId);
        Add(nameof(RunContext.UserId), context.UserId);
        Add(nameof(RunContext.TenantId), context.TenantId);
        foreach (var (name, value) in context.Baggage)
        {
            Add(name, value);
        }
    }

    public int Count => _values.Count;

    public KeyValuePair<string, object?> this[int index] => _values[index];

    public IEnumerator<KeyValuePair<string, object?>> GetEnumerator() => _values.GetEnumerator();

    /// <summary>Formats the values for loggers that do not read scopes as name-value pairs.</summary>
    public override string ToString() => string.Join(", ", _values.Select(value => $"{value.Key}: {value.Value}"));

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    private void Add(string name, object? value)
    {
        if (value is not null)
        {
            _values.Add(new(name, value));
        }
    }
}
