using Microsoft.CodeAnalysis;
using Sluice.Compiler.Model;
using Sluice.Compiler.Rules;

namespace Sluice.Compiler.Parse;

/// <summary>Reports pipelines that contain themselves, directly or through other pipelines.</summary>
/// <remarks>
/// The search follows the types of <c>[Stages]</c> members. Any type may implement an interface, so recursion
/// behind an interface is left to the limit on nested runs.
/// </remarks>
internal static class NestedPipelines
{
    private const string Arrow = " -> ";

    /// <summary>Reports the members through which the pipeline contains itself.</summary>
    public static void Check(
        ParseContext context,
        IReadOnlyList<SourceSymbol> sources,
        CancellationToken cancellationToken
    )
    {
        for (var index = 1; index < sources.Count; index++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (PathBack(context.Pipeline, sources[index]) is { } path)
            {
                context.Report(
                    Rule.RecursivePipeline,
                    new NodeReference(NodeKind.Source, index),
                    context.Pipeline.Name,
                    path
                );
            }
        }
    }

    /// <summary>
    /// Returns the shortest path from a source of the pipeline back to the pipeline, or <see langword="null"/>.
    /// </summary>
    private static string? PathBack(INamedTypeSymbol pipeline, SourceSymbol source)
    {
        var visited = new HashSet<ISymbol>(SymbolEqualityComparer.Default);
        var waiting = new Queue<(ITypeSymbol Type, string Path)>();
        waiting.Enqueue((source.Type, $"{pipeline.Name}.{source.Symbol.Name}"));
        while (waiting.Count > 0)
        {
            var (candidate, path) = waiting.Dequeue();
            if (candidate is not INamedTypeSymbol { TypeKind: TypeKind.Class, IsStatic: false } type)
            {
                continue;
            }

            if (SymbolEqualityComparer.Default.Equals(type.OriginalDefinition, pipeline.OriginalDefinition))
            {
                return $"{path}{Arrow}{type.Name}";
            }

            // Compares definitions, because a generic type may contain itself with ever larger type arguments.
            if (StageCollector.IsPipeline(type) && visited.Add(type.OriginalDefinition))
            {
                foreach (var (name, next) in Members(type))
                {
                    waiting.Enqueue((next, $"{path}{Arrow}{type.Name}.{name}"));
                }
            }
        }

        return null;
    }

    private static IEnumerable<(string Name, ITypeSymbol Type)> Members(INamedTypeSymbol type)
    {
        foreach (var parameter in type.InstanceConstructors.SelectMany(constructor => constructor.Parameters))
        {
            if (parameter.Has(AttributeExtensions.Stages))
            {
                yield return (parameter.Name, parameter.Type);
            }
        }

        foreach (var member in type.SelfAndBaseTypes().SelectMany(level => level.GetMembers()))
        {
            if (member is IFieldSymbol or IPropertySymbol && member.Has(AttributeExtensions.Stages))
            {
                yield return member is IFieldSymbol field
                    ? (field.AssociatedSymbol?.Name ?? field.Name, field.Type)
                    : (member.Name, ((IPropertySymbol)member).Type);
            }
        }
    }
}
