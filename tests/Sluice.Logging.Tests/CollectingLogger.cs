using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace Sluice.Logging.Tests;

/// <summary>
/// Keeps the messages from a level upwards. Scopes flow with the execution context, as they do in the loggers of
/// Microsoft.Extensions.Logging.
/// </summary>
internal sealed class CollectingLogger(LogLevel from = LogLevel.Trace) : ILogger
{
    private readonly ConcurrentQueue<Message> _messages = new();
    private readonly AsyncLocal<Scope?> _scope = new();
    private int _scopes;

    public IReadOnlyList<Message> Messages => [.. _messages];

    /// <summary>The number of scopes that were opened.</summary>
    public int Scopes => _scopes;

    /// <summary>The values of the innermost open scope, or <see langword="null"/> if no scope is open.</summary>
    public IReadOnlyDictionary<string, object?>? CurrentScope => _scope.Value?.Values;

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull
    {
        Interlocked.Increment(ref _scopes);
        return _scope.Value = new Scope(this, ValuesOf(state), _scope.Value);
    }

    public bool IsEnabled(LogLevel logLevel) => logLevel >= from;

    public void Log<TState>(
        LogLevel logLevel,
        EventId eventId,
        TState state,
        Exception? exception,
        Func<TState, Exception?, string> formatter
    )
    {
        if (IsEnabled(logLevel))
        {
            var text = formatter(state, exception);
            _messages.Enqueue(new Message(eventId, logLevel, text, exception, ValuesOf(state), CurrentScope));
        }
    }

    private static Dictionary<string, object?> ValuesOf<TState>(TState state) =>
        new(Assert.IsAssignableFrom<IEnumerable<KeyValuePair<string, object?>>>(state));

    private sealed record Scope(CollectingLogger Logger, IReadOnlyDictionary<string, object?> Values, Scope? Outer)
        : IDisposable
    {
        public void Dispose() => Logger._scope.Value = Outer;
    }
}
