using Microsoft.CodeAnalysis;
using Sluice.Compiler.Model;

namespace Sluice.Compiler.Parse.Policies;

/// <summary>Reads <c>[Concurrency]</c>.</summary>
internal static class ConcurrencyParser
{
    /// <summary>What the attribute says, or <see langword="null"/> where it cannot be used.</summary>
    public static ConcurrencyModel? Parse(PolicySubject subject, AttributeData data)
    {
        var attribute = new PolicyAttribute(subject, data);
        if (!attribute.IsComplete)
        {
            return null;
        }

        var limit = attribute.Number(attribute[0], "limit", 0, least: 1);
        var queueLimit = attribute.Number(attribute["QueueLimit"], "QueueLimit", int.MaxValue, least: 0);
        return attribute.IsRefused ? null : new ConcurrencyModel(limit, queueLimit);
    }
}
