namespace Sluice.Compiler.Supplied;

/// <summary>
/// A kind of parameter whose value comes from the run, not from a stage or input. It carries everything that the steps of the compiler need
/// to know of it, so that none of them lists the kinds.
/// </summary>
internal sealed class SuppliedKind
{
    /// <param name="name">The name of the kind.</param>
    /// <param name="needs">What it needs from the run.</param>
    /// <param name="argument">Writes the argument.</param>
    public SuppliedKind(string name, SuppliedNeeds needs, Func<SuppliedCall, string> argument) =>
        (Name, Needs, Argument) = (name, needs, argument);

    /// <summary>The name of the kind.</summary>
    public string Name { get; }

    /// <summary>The namespace and name of the type that shows the kind, or <see langword="null"/> if an attribute does.</summary>
    public (string Namespace, string Name)? Type { get; init; }

    /// <summary>The class name of the attribute that shows the kind, or <see langword="null"/> if the type does.</summary>
    public string? Attribute { get; init; }

    /// <summary>What it needs from the run.</summary>
    public SuppliedNeeds Needs { get; }

    /// <summary>Writes the argument.</summary>
    public Func<SuppliedCall, string> Argument { get; }

    /// <summary>Whether it needs something from the run.</summary>
    public bool Need(SuppliedNeeds needs) => (Needs & needs) != 0;

    /// <inheritdoc />
    public override string ToString() => Name;
}
