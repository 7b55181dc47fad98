using Microsoft.CodeAnalysis;
using Sluice.Compiler.Model;
using Sluice.Compiler.Rules;

namespace Sluice.Compiler.Parse.Policies;

/// <summary>What a method is asked for that a policy names.</summary>
/// <param name="Accepts">What its parameters may get beside what the stage's own got.</param>
/// <param name="Needs">How a message asks for such a method: what it does.</param>
/// <param name="ReasonAgainst">Says why what a method gives is of no use, with the remedy, or nothing.</param>
internal sealed record PolicyMethodRole(
    IReadOnlyList<PolicyArgumentKind> Accepts,
    string Needs,
    Func<ReturnType, string?> ReasonAgainst
)
{
    /// <summary>The exceptions that it may get: all where it is empty.</summary>
    public IReadOnlyList<ITypeSymbol> Exceptions { get; init; } = [];

    /// <summary>The output that it may get, or <see langword="null"/>.</summary>
    public ITypeSymbol? Output { get; init; }

    /// <summary>The declaration that a fix adds if there is no method of the name.</summary>
    public MissingMethod? Missing { get; init; }

    /// <summary>Whether it must take the exception.</summary>
    public bool NeedsException { get; init; }

    /// <summary>What its parameters may be, for messages.</summary>
    public string Takes
    {
        get
        {
            List<string> kinds = ["what the stage takes, by the same name and type", .. Accepts.Select(Text)];
            return kinds.Count == 1
                ? kinds[0]
                : $"{string.Join(", ", kinds.Take(kinds.Count - 1))} and {kinds[kinds.Count - 1]}";
        }
    }

    private static string Text(PolicyArgumentKind kind) =>
        kind switch
        {
            PolicyArgumentKind.Output => "its output",
            PolicyArgumentKind.Exception => "the exception",
            PolicyArgumentKind.CancellationToken => "a CancellationToken",
            _ => "a StageContext",
        };
}
