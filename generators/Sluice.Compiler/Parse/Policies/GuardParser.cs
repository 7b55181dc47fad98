using Microsoft.CodeAnalysis;
using Sluice.Compiler.Model;

namespace Sluice.Compiler.Parse.Policies;

/// <summary>Reads <c>[Guard]</c>.</summary>
internal static class GuardParser
{
    private const string AllowNoProgress = "AllowNoProgress";
    private const string Attempts = "Attempts";
    private const string Retry = "Retry";
    private const string Timeout = "Timeout";
    private const int UsualAttempts = 3;

    /// <summary>
    /// Returns the guard that the attribute describes, or <see langword="null"/> if it cannot be used, which is
    /// reported.
    /// </summary>
    public static GuardModel? Parse(PolicyAttribute attribute)
    {
        var attempts = attribute.Number(attribute[Attempts], Attempts, UsualAttempts, least: 2);
        var timeout = attribute.Time(attribute[Timeout], Timeout, TimeRange.Positive);
        var retry = attribute[Retry]?.Value as string;
        foreach (var name in retry is null ? [Attempts, Timeout, AllowNoProgress] : Array.Empty<string>())
        {
            if (attribute[name] is not null)
            {
                attribute.RefuseMeaning(
                    $"its '{name}' applies to further attempts, but it has no '{Retry}': add one, or remove '{name}'"
                );
            }
        }

        if (attribute.Subject.Stage.Each is not null)
        {
            attribute.RefuseMeaning(
                "the stage runs for each element, but a guard passes or fails as a whole: guard in a stage that takes all results"
            );
        }

        return attribute.IsRefused
            ? null
            : new GuardModel(
                retry,
                attempts,
                timeout,
                attribute[AllowNoProgress] is { Value: true },
                IsOfOtherAssembly: !SymbolEqualityComparer.Default.Equals(
                    attribute.Subject.Method.ContainingAssembly,
                    attribute.Subject.Context.Compilation.Assembly
                )
            );
    }
}
