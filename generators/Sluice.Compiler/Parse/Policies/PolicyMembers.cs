using Microsoft.CodeAnalysis;
using Sluice.Compiler.Model;

namespace Sluice.Compiler.Parse.Policies;

/// <summary>Finds the fields and properties that policies name.</summary>
internal static class PolicyMembers
{
    /// <summary>
    /// Returns the field or property of the given name if it can be read and has a suitable type. Otherwise reports it
    /// and returns <see langword="null"/>.
    /// </summary>
    /// <param name="attribute">The policy's attribute.</param>
    /// <param name="name">The name, as written.</param>
    /// <param name="needed">The required type, for messages.</param>
    /// <param name="fits">Whether a member of a given type is suitable.</param>
    public static ISymbol? Find(PolicyAttribute attribute, string name, string needed, Func<ITypeSymbol, bool> fits)
    {
        var subject = attribute.Subject;
        var problem = Find(subject.Context, subject.Source, name, needed, fits, out var member);
        if (problem is null)
        {
            subject.Context.Names.Use(member!);
            return member;
        }

        var nearest = member is null ? subject.Nearest(name, NamesOf(subject.Source.Type, fits)) : [];
        subject.ReportMember(
            attribute.Name,
            name,
            nearest.Count > 0 ? $"{problem}. Did you mean {PolicyMethods.Or(nearest)}?" : $"{problem}.",
            nearest
        );
        return null;
    }

    /// <summary>Searches for a field or property.</summary>
    /// <param name="context">The state that the parsers share.</param>
    /// <param name="source">The source whose type declares it.</param>
    /// <param name="name">Its name.</param>
    /// <param name="needed">The required type, for messages.</param>
    /// <param name="fits">Whether a member of a given type is suitable.</param>
    /// <param name="member">
    /// The member with the given name, even if it is not suitable, or <see langword="null"/>.
    /// </param>
    /// <returns>A clause that says what is wrong and what to do, or <see langword="null"/>.</returns>
    public static string? Find(
        ParseContext context,
        SourceSymbol source,
        string name,
        string needed,
        Func<ITypeSymbol, bool> fits,
        out ISymbol? member
    )
    {
        member = StageCollector
            .Levels(source.Type)
            .SelectMany(level => level.GetMembers(name))
            .FirstOrDefault(candidate => candidate.IsWritten());
        if (TypeOf(member) is not { } type)
        {
            return IsConstructorParameter(source.Type, name)
                ? "which is a parameter of the constructor: store it in a field, and name the field"
                : $"which is not a readable field or property of '{TypeNames.Short(source.Type)}'";
        }

        return !IsReadable(context, source.Type, member!) ? "which the pipeline cannot read: make it accessible to it"
            : context.Obsolescence.ReasonAgainst(member!) is { } reason ? $"and {reason}"
            : !member!.IsStatic && !HasInstance(source) ? "which needs an instance, but there is none: make it static"
            : fits(type) ? null
            : fits(type.WithNullableAnnotation(NullableAnnotation.NotAnnotated))
                ? $"which may be null: declare it as '{TypeNames.Short(type).TrimEnd('?')}'"
            : $"which has the type '{TypeNames.Short(type)}', but '{needed}' is required";
    }

    private static bool HasInstance(SourceSymbol source) =>
        source.Model is not { Kind: StageSourceKind.StaticClass or StageSourceKind.Pipeline, IsStatic: true };

    private static ITypeSymbol? TypeOf(ISymbol? member) =>
        member switch
        {
            IFieldSymbol field => field.Type,
            IPropertySymbol { IsIndexer: false, GetMethod: not null } property => property.Type,
            _ => null,
        };

    private static bool IsConstructorParameter(ITypeSymbol type, string name) =>
        type is INamedTypeSymbol named
        && named.InstanceConstructors.Any(constructor =>
            constructor.Parameters.Any(parameter => string.Equals(parameter.Name, name, StringComparison.Ordinal))
        );

    private static IEnumerable<string> NamesOf(ITypeSymbol type, Func<ITypeSymbol, bool> fits) =>
        StageCollector
            .Levels(type)
            .SelectMany(level => level.GetMembers())
            .Where(member =>
                member.CanBeReferencedByName
                && member.IsWritten()
                && TypeOf(member) is { } memberType
                && fits(memberType)
            )
            .Select(member => member.Name);

    private static bool IsReadable(ParseContext context, ITypeSymbol type, ISymbol member) =>
        context.Compilation.IsSymbolAccessibleWithin(
            member is IPropertySymbol { GetMethod: { } getter } ? getter : member,
            context.Pipeline,
            member.IsStatic || type is not INamedTypeSymbol ? null : type
        );
}
