using Microsoft.CodeAnalysis;
using Sluice.Compiler.Model;

namespace Sluice.Compiler.Parse;

/// <summary>Collects the names that emitted members must not take.</summary>
internal static class MemberNameCollector
{
    public static EquatableArray<string> Collect(INamedTypeSymbol pipeline, CancellationToken cancellationToken)
    {
        var names = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var type in pipeline.SelfAndContainingTypes())
        {
            names.Add(type.Name);
            names.UnionWith(type.TypeParameters.Select(parameter => parameter.Name));
        }

        // Includes the parameters of every constructor: finding the primary one would cost more than a few unavailable
        // names.
        names.UnionWith(
            pipeline.InstanceConstructors.SelectMany(constructor => constructor.Parameters).Select(p => p.Name)
        );
        foreach (var type in pipeline.SelfAndBaseTypes())
        {
            cancellationToken.ThrowIfCancellationRequested();
            var isOwn = SymbolEqualityComparer.Default.Equals(type, pipeline);
            foreach (var member in type.GetMembers())
            {
                if ((isOwn || member.DeclaredAccessibility != Accessibility.Private) && HasName(member))
                {
                    names.Add(member.Name);
                }
            }
        }

        names.Remove("");
        return names.ToEquatableArray();
    }

    private static bool HasName(ISymbol member) =>
        member.CanBeReferencedByName
        && member is not IMethodSymbol { MethodKind: not MethodKind.Ordinary }
        && member.IsWritten();
}
