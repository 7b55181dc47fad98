using Sluice.Compiler.Rules;

namespace Sluice.Compiler.Model;

/// <summary>A fault at a node of the model. Only the analyzer translates nodes into source locations.</summary>
/// <param name="Rule">The rule that is broken.</param>
/// <param name="Node">The node at which the finding is shown.</param>
/// <param name="Arguments">The arguments of the rule's message format.</param>
/// <param name="Further">Other nodes that belong to the finding, such as the edges of a cycle.</param>
internal sealed record Finding(
    Rule Rule,
    NodeReference Node,
    EquatableArray<string> Arguments,
    EquatableArray<NodeReference> Further
)
{
    /// <summary>
    /// The options that a fix may offer: names of producers, members of an enum, or ways to take several values. Empty
    /// if there is no choice or the options are unknown.
    /// </summary>
    public EquatableArray<string> Choices { get; init; }

    /// <summary>
    /// The name that the finding is about, as written, or <see langword="null"/> if a fix would change no name.
    /// </summary>
    public string? Name { get; init; }

    /// <summary>
    /// Whether the C# compiler reports the same fault if it remains after all generators have run. The analyzer leaves
    /// the report to the compiler; the generator cannot compile the pipeline in either case.
    /// </summary>
    public bool IsOfCompiler { get; init; }

    /// <summary>
    /// The requirement of a call that the finding is about, if any. It matters only to projects that warn about the
    /// same requirement elsewhere.
    /// </summary>
    public CallRequirement Requirement { get; init; }

    /// <summary>
    /// The method that a policy names, that does not exist and that a fix may declare; otherwise
    /// <see langword="null"/>.
    /// </summary>
    public MissingMethod? Missing { get; init; }

    /// <summary>The position of the output that the finding is about, or -1.</summary>
    public int Output { get; init; } = -1;
}
