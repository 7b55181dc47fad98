using Microsoft.CodeAnalysis;
using Sluice.Compiler.Model;
using Sluice.Compiler.Rules;

namespace Sluice.Compiler.Parse.Policies;

/// <summary>The requirements of a policy on a method that it names.</summary>
/// <param name="Accepts">
/// The kinds of arguments that its parameters may take, in addition to the arguments of the stage.
/// </param>
/// <param name="Needs">A clause that says what such a method does, for messages.</param>
/// <param name="ReasonAgainst">
/// Returns a clause that says why a return type is not suitable and what to do, or <see langword="null"/>.
/// </param>
internal sealed record PolicyMethodRole(
    IReadOnlyList<PolicyArgumentKind> Accepts,
    string Needs,
    Func<ReturnType, string?> ReasonAgainst
)
{
    /// <summary>The exception types that it may be passed; empty if it may be passed any exception.</summary>
    public IReadOnlyList<ITypeSymbol> Exceptions { get; init; } = [];

    /// <summary>The type of the output that it may be passed, or <see langword="null"/>.</summary>
    public ITypeSymbol? Output { get; init; }

    /// <summary>The declaration that a fix adds if no method has the name.</summary>
    public MissingMethod? Missing { get; init; }

    /// <summary>Whether it must have a parameter for the exception.</summary>
    public bool NeedsException { get; init; }

    /// <summary>The values that its parameters may take, for messages.</summary>
    public string Takes
    {
        get
        {
            List<string> kinds = ["the stage's parameters, by the same name and type", .. Accepts.Select(Text)];
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
