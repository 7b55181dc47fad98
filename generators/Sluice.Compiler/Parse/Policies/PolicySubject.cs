using Microsoft.CodeAnalysis;
using Sluice.Compiler.Model;
using Sluice.Compiler.Rules;
using Sluice.Compiler.Supplied;

namespace Sluice.Compiler.Parse.Policies;

/// <summary>A stage together with the information that is needed to read its policies.</summary>
/// <param name="context">The state that the parsers share.</param>
/// <param name="method">The stage's method.</param>
/// <param name="pipeline">The pipeline as a source of stages.</param>
/// <param name="source">The source that contributes the stage.</param>
/// <param name="stage">The stage without its policies.</param>
/// <param name="node">The stage's node.</param>
internal sealed class PolicySubject(
    ParseContext context,
    IMethodSymbol method,
    SourceSymbol pipeline,
    SourceSymbol source,
    StageModel stage,
    NodeReference node
)
{
    public ParseContext Context { get; } = context;

    public IMethodSymbol Method { get; } = method;

    public SourceSymbol Pipeline { get; } = pipeline;

    public SourceSymbol Source { get; } = source;

    public StageModel Stage { get; } = stage;

    public NodeReference Node { get; } = node;

    /// <summary>The stage's policy attributes.</summary>
    public PolicyAttributes Policies { get; init; } = new();

    /// <summary>
    /// The stage's result as its signature declares it, without a task; <see langword="null"/> for an effect.
    /// </summary>
    public ITypeSymbol? Result { get; } = ReturnType.Of(method).Output;

    /// <summary>
    /// Whether the stage can observe the cancellation of its call, through a token or through its context, which has
    /// one.
    /// </summary>
    public bool TakesToken => Stage.TakesSupplied(SuppliedNeeds.Token);

    /// <summary>Whether the stage returns a stream.</summary>
    public bool IsStream => Result is not null && ElementType.IsStream(FormedType.OfWrapper(Result).Value);

    /// <summary>Whether the stage reads a stream.</summary>
    public bool ReadsStream =>
        Method
            .Parameters.Zip(Stage.Parameters, (symbol, model) => (symbol.Type, model.IsEach))
            .Any(parameter => !parameter.IsEach && ElementType.IsStream(FormedType.OfWrapper(parameter.Type).Value));

    /// <summary>Reports a fault of a policy.</summary>
    /// <param name="rule">The rule that is broken.</param>
    /// <param name="arguments">The arguments of the rule's message format that follow the stage's name.</param>
    public void Report(Rule rule, params string[] arguments) => Report(rule, arguments, null, []);

    /// <summary>Reports a fault of a name in a policy.</summary>
    /// <param name="attribute">The name of the policy's attribute.</param>
    /// <param name="name">The name, as written.</param>
    /// <param name="problem">A text that says what is wrong and what to do.</param>
    /// <param name="choices">The names that may have been intended.</param>
    /// <param name="missing">The method that a fix may declare.</param>
    public void ReportMember(
        string attribute,
        string name,
        string problem,
        IEnumerable<string>? choices = null,
        MissingMethod? missing = null
    ) => Report(Rule.InvalidPolicyMember, [attribute, name, problem], name, choices ?? [], missing);

    /// <summary>
    /// Returns the names that are most similar to a given one, or none if the budget for guesses is exhausted.
    /// </summary>
    public IReadOnlyList<string> Nearest(string name, IEnumerable<string> known) =>
        Context.Guesses.TryTake() ? NearNames.Find(name, known) : [];

    private void Report(
        Rule rule,
        string[] arguments,
        string? name,
        IEnumerable<string> choices,
        MissingMethod? missing = null
    ) =>
        Context.Report(
            new Finding(
                rule,
                Node,
                arguments.Prepend(Stage.SimpleName).ToEquatableArray(),
                StageParser.SourceNode(Stage.Source).ToEquatableArray()
            )
            {
                Name = name,
                Choices = choices.ToEquatableArray(),
                Missing = missing,
            }
        );
}
