using Microsoft.CodeAnalysis;
using Sluice.Compiler.Model;
using Sluice.Compiler.Parse.Attributes;
using Sluice.Compiler.Rules;

namespace Sluice.Compiler.Parse;

/// <summary>What the parts of Parse share while they work on one pipeline.</summary>
/// <param name="pipeline">The pipeline's type.</param>
/// <param name="compilation">The compilation that contains it.</param>
/// <param name="names">How types are written.</param>
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

    /// <summary>Whether emitted code can name a type: it is accessible to the pipeline, and not only in one file.</summary>
    public bool CanName(ITypeSymbol type) =>
        Compilation.IsSymbolAccessibleWithin(type, Pipeline)
        && (
            type is not INamedTypeSymbol named
            || named.SelfAndContainingTypes().All(level => !level.IsFileLocal && level.TypeArguments.All(CanName))
        );

    /// <summary>Keeps the symbol of a declaration that does not get into the model.</summary>
    public NodeReference Reject(ISymbol symbol)
    {
        Rejected.Add(symbol);
        return new NodeReference(NodeKind.Rejected, Rejected.Count - 1);
    }

    /// <summary>Keeps an attribute that is not in the model as it was written.</summary>
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

    /// <summary>Reports what keeps the pipeline from being compiled, and what the C# compiler says as well if it is a mistake.</summary>
    public void ReportOfCompiler(
        Rule rule,
        NodeReference node,
        IEnumerable<string> arguments,
        IEnumerable<NodeReference> further
    ) =>
        Report(
            new Finding(rule, node, arguments.ToEquatableArray(), further.ToEquatableArray()) { IsOfCompiler = true }
        );

    /// <summary>Reports an attribute that does nothing, at its own place.</summary>
    public void Report(StrayAttribute stray)
    {
        var node = Reject(stray.Attribute);
        Report(
            new Finding(Rule.StrayAttribute, node, stray.Arguments.ToEquatableArray(), default) { Name = stray.Name }
        );
    }

    public void Report(Finding finding) => Findings.Add(finding);
}
