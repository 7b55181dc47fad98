using Microsoft.CodeAnalysis;
using Sluice.Compiler.Model;

namespace Sluice.Compiler.Parse.Policies;

/// <summary>A stage whose policies are read.</summary>
/// <param name="context">What the parts of Parse share.</param>
/// <param name="method">The stage's method.</param>
/// <param name="source">What brings it in.</param>
/// <param name="stage">The stage without its policies.</param>
internal sealed class PolicySubject(ParseContext context, IMethodSymbol method, SourceSymbol source, StageModel stage)
{
    public ParseContext Context { get; } = context;

    public IMethodSymbol Method { get; } = method;

    public SourceSymbol Source { get; } = source;

    public StageModel Stage { get; } = stage;

    /// <summary>What the stage gives as its signature says it, a task taken away; <see langword="null"/> for an effect.</summary>
    public ITypeSymbol? Result { get; } = ReturnType.Of(method).Output;
}
