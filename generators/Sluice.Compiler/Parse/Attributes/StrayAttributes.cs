using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace Sluice.Compiler.Parse.Attributes;

/// <summary>Finds the attributes of a type and its members that have no effect.</summary>
/// <param name="type">The type. Nested types are checked separately.</param>
/// <param name="cancellationToken">The token that cancels the work.</param>
internal sealed class StrayAttributes(INamedTypeSymbol type, CancellationToken cancellationToken)
{
    private readonly AttributedType _type = new(type, cancellationToken);
    private readonly List<StrayAttribute> _found = [];

    // A parameter of an indexer or a delegate belongs to several methods, so its attributes are seen several
    // times.
    private readonly HashSet<(SyntaxTree Tree, TextSpan Span)> _seen = [];

    /// <summary>Returns all attributes of the type and its members that have no effect.</summary>
    public static IReadOnlyList<StrayAttribute> Of(INamedTypeSymbol type, CancellationToken cancellationToken)
    {
        var strays = new StrayAttributes(type, cancellationToken);
        strays.CheckType();
        return strays._found;
    }

    private void CheckType()
    {
        Check(type, () => _type.Places, type.Name, StrayReasons.OfType);
        foreach (var member in type.GetMembers())
        {
            cancellationToken.ThrowIfCancellationRequested();
            switch (member)
            {
                case IMethodSymbol method when HasAttributes(method):
                    CheckMethod(method);
                    break;
                case IPropertySymbol or IFieldSymbol when !member.GetAttributes().IsEmpty:
                    CheckSource(member);
                    break;
                default:
                    // Most members have no attributes, and no attribute of Sluice may stand on an event.
                    break;
            }
        }
    }

    private static bool HasAttributes(IMethodSymbol method) =>
        !method.GetAttributes().IsEmpty
        || !method.GetReturnTypeAttributes().IsEmpty
        || method.Parameters.Any(parameter => !parameter.GetAttributes().IsEmpty);

    private void CheckSource(ISymbol member) =>
        Check(
            member,
            () => _type.PlacesOfSource(member),
            member.Name,
            _ => StrayReasons.OfMember(_type.HidesFromDerived(member))
        );

    private void CheckMethod(IMethodSymbol method)
    {
        var name = NameOf(method);
        Check(
            method,
            () => _type.PlacesOf(method),
            name,
            attribute => StrayReasons.OfMethod(attribute, method, IsEntryPoint(method))
        );
        Check(
            method.GetReturnTypeAttributes(),
            () => IsEntryPoint(method) ? AttributePlace.Output : AttributePlace.None,
            $"the return value of '{name}'",
            _ => StrayReasons.OfReturn
        );
        foreach (var parameter in method.Parameters)
        {
            Check(
                parameter.GetAttributes(),
                () => _type.PlacesOf(parameter),
                $"parameter '{parameter.Name}' of '{name}'",
                attribute => StrayReasons.OfParameter(attribute, parameter, _type.PlacesOf(method))
            );
        }
    }

    private bool IsEntryPoint(IMethodSymbol method) => (_type.PlacesOf(method) & AttributePlace.EntryPoint) != 0;

    private void Check(ISymbol symbol, Func<AttributePlace> places, string name, Func<string, string> reason) =>
        Check(symbol.GetAttributes(), places, $"'{name}'", reason);

    private void Check(
        ImmutableArray<AttributeData> attributes,
        Func<AttributePlace> places,
        string subject,
        Func<string, string> reason
    )
    {
        foreach (var attribute in attributes)
        {
            if (
                AttributeTable.NameOf(attribute) is { } name
                && attribute.ApplicationSyntaxReference is { } place
                && ReasonAgainst(attribute, name, places, reason) is { } found
                && _seen.Add((place.SyntaxTree, place.Span))
            )
            {
                _found.Add(new StrayAttribute(attribute, AttributeExtensions.WithoutSuffix(name), subject, found));
            }
        }
    }

    private static string? ReasonAgainst(
        AttributeData attribute,
        string name,
        Func<AttributePlace> places,
        Func<string, string> reason
    ) =>
        !AttributeTable.HasMeaning(name, places()) ? reason(name)
        : name is AttributeExtensions.From or AttributeExtensions.After && NamesNothing(attribute)
            ? StrayReasons.OfNothingNamed
        : null;

    private static bool NamesNothing(AttributeData attribute) =>
        attribute.FirstArgument() is { Kind: not TypedConstantKind.Error } names
        && (names.IsNull || names is { Kind: TypedConstantKind.Array, Values.IsEmpty: true });

    private static string NameOf(IMethodSymbol method) =>
        method.AssociatedSymbol is IPropertySymbol { IsIndexer: true } ? "this[]"
        : method.AssociatedSymbol is { } member ? member.Name
        : method.MethodKind is MethodKind.Constructor or MethodKind.StaticConstructor or MethodKind.DelegateInvoke
            ? method.ContainingType.Name
        : method.Name;
}
