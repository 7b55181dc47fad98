using Microsoft.Extensions.Logging;

namespace Consumer;

/// <summary>A logger that prints the relevant messages.</summary>
internal sealed class Printer : ILogger
{
    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => logLevel == LogLevel.Warning;

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
            Console.WriteLine($"{eventId.Name}: {exception?.Message}");
        }
    }
}
