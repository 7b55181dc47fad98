using Microsoft.CodeAnalysis;

namespace Sluice.Compiler.Parse.Policies;

/// <summary>Finds the fields and properties that policies name.</summary>
internal static class PolicyMembers
{
    /// <summary>The field or property of the name, or <see langword="null"/>.</summary>
    /// <param name="context">What the parts of Parse share.</param>
    /// <param name="type">The type that declares or inherits it.</param>
    /// <param name="name">Its name.</param>
    /// <param name="memberType">Its type.</param>
    public static ISymbol? Find(ParseContext context, ITypeSymbol type, string name, out ITypeSymbol? memberType)
    {
        foreach (var level in StageCollector.Levels(type))
        {
            foreach (var member in level.GetMembers(name))
            {
                memberType = member switch
                {
                    IFieldSymbol field => field.Type,
                    IPropertySymbol { IsIndexer: false, GetMethod: not null } property => property.Type,
                    _ => null,
                };
                if (memberType is not null && IsReadable(context, type, member))
                {
                    return member;
                }
            }
        }

        memberType = null;
        return null;
    }

    private static bool IsReadable(ParseContext context, ITypeSymbol type, ISymbol member) =>
        context.Compilation.IsSymbolAccessibleWithin(
            member is IPropertySymbol { GetMethod: { } getter } ? getter : member,
            context.Pipeline,
            member.IsStatic || type is not INamedTypeSymbol ? null : type
        );
}
