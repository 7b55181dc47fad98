using Microsoft.CodeAnalysis;
using Sluice.Compiler.Model;

namespace Sluice.Compiler.Parse.Policies;

/// <summary>What a method is asked for that a policy names.</summary>
/// <param name="Accepts">What its parameters may get beside what the stage's own got.</param>
/// <param name="ReasonAgainst">Says why what a method gives is of no use, with the remedy, or nothing.</param>
internal sealed record PolicyMethodRole(
    IReadOnlyList<PolicyArgumentKind> Accepts,
    Func<ReturnType, string?> ReasonAgainst
)
{
    /// <summary>The exceptions that it may get: all where it is empty.</summary>
    public IReadOnlyList<ITypeSymbol> Exceptions { get; init; } = [];

    /// <summary>The output that it may get, or <see langword="null"/>.</summary>
    public ITypeSymbol? Output { get; init; }

    /// <summary>Whether it must take the exception.</summary>
    public bool NeedsException { get; init; }
}
