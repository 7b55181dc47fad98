using Microsoft.Extensions.Logging;

namespace Sluice.Logging.Tests;

/// <summary>A message that was logged, with its values and scope.</summary>
internal sealed record Message(
    EventId Id,
    LogLevel Level,
    string Text,
    Exception? Exception,
    IReadOnlyDictionary<string, object?> Values,
    IReadOnlyDictionary<string, object?>? Scope
)
{
    public string Short => $"{Id.Id} {Id.Name} {Level}: {Text}";
}
