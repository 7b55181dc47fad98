using Microsoft.CodeAnalysis;
using Sluice.Compiler.Model;

namespace Sluice.Compiler.Parse.Policies;

/// <summary>Warns of policies on methods that are no stages, of which nobody would notice that they do nothing.</summary>
internal static class StrayPolicies
{
    /// <summary>Looks at the methods of the pipeline, and at those of the classes of this compilation that bring stages in.</summary>
    public static void Check(
        ParseContext context,
        IReadOnlyList<SourceSymbol> sources,
        CancellationToken cancellationToken
    )
    {
        var seen = new HashSet<ISymbol>(SymbolEqualityComparer.Default);
        for (var index = 0; index < sources.Count; index++)
        {
            foreach (var level in StageCollector.Levels(sources[index].Type))
            {
                cancellationToken.ThrowIfCancellationRequested();
                if (IsOwn(context, level) && seen.Add(level))
                {
                    CheckMethods(context, level, index, cancellationToken);
                }
            }
        }
    }

    // Another pipeline has its own look at itself, and other projects at theirs.
    private static bool IsOwn(ParseContext context, INamedTypeSymbol type) =>
        SymbolEqualityComparer.Default.Equals(type, context.Pipeline)
        || (
            SymbolEqualityComparer.Default.Equals(type.ContainingAssembly, context.Compilation.Assembly)
            && !StageCollector.IsPipeline(type)
        );

    private static void CheckMethods(
        ParseContext context,
        INamedTypeSymbol type,
        int source,
        CancellationToken cancellationToken
    )
    {
        foreach (var method in type.GetMembers().OfType<IMethodSymbol>())
        {
            foreach (var attribute in method.GetAttributes())
            {
                if (attribute.PolicyName() is { } policy && StageAttributes.Of(method).Stage is null)
                {
                    var name = AttributeExtensions.WithoutSuffix(policy);
                    string[] arguments =
                    [
                        method.Name,
                        name,
                        EntryPointRecognizer.IsEntryPoint(method, cancellationToken)
                            ? "an entry point is a run, and policies are for stages. Put it on the stages, or remove it."
                            : "the method is no stage. Mark it with [Stage], or remove the attribute.",
                    ];
                    context.Report(
                        new Finding(
                            Rule.PolicyOnNoStage,
                            context.Reject(method),
                            arguments.ToEquatableArray(),
                            StageParser.SourceNode(source).ToEquatableArray()
                        )
                        {
                            Name = name,
                        }
                    );
                }
            }
        }
    }
}
