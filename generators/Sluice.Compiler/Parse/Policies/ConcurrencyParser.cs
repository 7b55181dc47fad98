using Sluice.Compiler.Model;

namespace Sluice.Compiler.Parse.Policies;

/// <summary>Reads <c>[Concurrency]</c>.</summary>
internal static class ConcurrencyParser
{
    /// <summary>What the attribute says, or <see langword="null"/> where it cannot be used.</summary>
    public static ConcurrencyModel? Parse(PolicyAttribute attribute)
    {
        var limit = attribute.Number(attribute[0], "limit", 0, least: 1);
        var queueLimit = attribute.Number(attribute["QueueLimit"], "QueueLimit", int.MaxValue, least: 0);
        return attribute.IsRefused ? null : new ConcurrencyModel(limit, queueLimit);
    }
}
