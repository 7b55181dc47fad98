using Sluice.Compiler.Rules;

namespace Sluice.Compiler.Model;

/// <summary>Something that is wrong, at a node of the model. Only the analyzer turns nodes into places in the source.</summary>
/// <param name="Rule">The rule that is broken.</param>
/// <param name="Node">Where to show it.</param>
/// <param name="Arguments">What the rule's message format asks for.</param>
/// <param name="Further">Other nodes that belong to it, such as the edges of a cycle.</param>
internal sealed record Finding(
    Rule Rule,
    NodeReference Node,
    EquatableArray<string> Arguments,
    EquatableArray<NodeReference> Further
)
{
    /// <summary>
    /// What a fix may choose from: the names of producers, the members of an enum, the ways to take many. Empty where there is no
    /// choice, or nothing that a fix could know.
    /// </summary>
    public EquatableArray<string> Choices { get; init; }

    /// <summary>The name that it is about as it was written, or <see langword="null"/> where it is about none that a fix would change.</summary>
    public string? Name { get; init; }

    /// <summary>
    /// Whether the C# compiler reports it, if it is still wrong when all generators have run. The analyzer leaves it to the compiler; the
    /// generator cannot compile the pipeline in any case.
    /// </summary>
    public bool IsOfCompiler { get; init; }

    /// <summary>What a call requires, where the finding is about that: it is of interest only to projects that warn of it elsewhere.</summary>
    public CallRequirement Requirement { get; init; }

    /// <summary>The method that a fix may declare, because a policy names it and it does not exist, or <see langword="null"/>.</summary>
    public MissingMethod? Missing { get; init; }

    /// <summary>The position of the output that it is about, or -1.</summary>
    public int Output { get; init; } = -1;
}
