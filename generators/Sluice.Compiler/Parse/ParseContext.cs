using Microsoft.CodeAnalysis;
using Sluice.Compiler.Model;
using Sluice.Compiler.Parse.Attributes;
using Sluice.Compiler.Rules;

namespace Sluice.Compiler.Parse;

/// <summary>The state that the parsers share while they read one pipeline.</summary>
/// <param name="pipeline">The pipeline's type.</param>
/// <param name="compilation">The compilation that contains it.</param>
/// <param name="names">The names of types in emitted code.</param>
internal sealed class ParseContext(INamedTypeSymbol pipeline, Compilation compilation, CodeNames names)
{
    public INamedTypeSymbol Pipeline { get; } = pipeline;

    public Compilation Compilation { get; } = compilation;

    public CodeNames Names { get; } = names;

    public TypeTable Types { get; } = new(names);

    public Obsolescence Obsolescence { get; } = new(pipeline);

    public GuessBudget Guesses { get; } = new();

    public List<Finding> Findings { get; } = [];

    public List<ISymbol> Rejected { get; } = [];

    public List<AttributeData> Attributes { get; } = [];

    /// <summary>
    /// Whether emitted code can name a type: the type must be accessible to the pipeline and not be file-local.
    /// </summary>
    public bool CanName(ITypeSymbol type) =>
        Compilation.IsSymbolAccessibleWithin(type, Pipeline)
        && (
            type is not INamedTypeSymbol named
            || named.SelfAndContainingTypes().All(level => !level.IsFileLocal && level.TypeArguments.All(CanName))
        );

    /// <summary>Records the symbol of a declaration that is left out of the model, and returns a node for it.</summary>
    public NodeReference Reject(ISymbol symbol)
    {
        Rejected.Add(symbol);
        return new NodeReference(NodeKind.Rejected, Rejected.Count - 1);
    }

    /// <summary>Records an attribute that a finding is about, and returns a node for it.</summary>
    public NodeReference Reject(AttributeData attribute)
    {
        Attributes.Add(attribute);
        return new NodeReference(NodeKind.Attribute, Attributes.Count - 1);
    }

    public void Report(Rule rule, NodeReference node, params string[] arguments) => Report(rule, node, arguments, []);

    public void Report(
        Rule rule,
        NodeReference node,
        IEnumerable<string> arguments,
        IEnumerable<NodeReference> further
    ) => Report(new Finding(rule, node, arguments.ToEquatableArray(), further.ToEquatableArray()));

    /// <summary>
    /// Reports a fault that prevents the pipeline from being compiled and that the C# compiler reports as well if it
    /// remains.
    /// </summary>
    public void ReportOfCompiler(
        Rule rule,
        NodeReference node,
        IEnumerable<string> arguments,
        IEnumerable<NodeReference> further
    ) =>
        Report(
            new Finding(rule, node, arguments.ToEquatableArray(), further.ToEquatableArray()) { IsOfCompiler = true }
        );

    /// <summary>Reports an attribute that has no effect, at the attribute itself.</summary>
    public void Report(StrayAttribute stray)
    {
        var node = Reject(stray.Attribute);
        Report(
            new Finding(Rule.StrayAttribute, node, stray.Arguments.ToEquatableArray(), default) { Name = stray.Name }
        );
    }

    public void Report(Finding finding) => Findings.Add(finding);
}
