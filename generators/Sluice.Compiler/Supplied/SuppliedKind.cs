namespace Sluice.Compiler.Supplied;

/// <summary>
/// A kind of parameter whose value comes from the run, not from a stage or input. It carries everything that the steps
/// of the compiler need to know of it, so that none of them lists the kinds.
/// </summary>
/// <param name="Name">The name of the kind.</param>
/// <param name="Needs">Its needs.</param>
internal sealed record SuppliedKind(string Name, SuppliedNeeds Needs)
{
    /// <summary>
    /// The full name of the type that shows the kind, or <see langword="null"/> if an attribute does.
    /// </summary>
    public (string Namespace, string Name)? Type { get; init; }

    /// <summary>
    /// The class name of the attribute that shows the kind, or <see langword="null"/> if the type does.
    /// </summary>
    public string? Attribute { get; init; }

    /// <summary>Whether it has one of the needs.</summary>
    public bool Need(SuppliedNeeds needs) => (Needs & needs) != 0;
}
