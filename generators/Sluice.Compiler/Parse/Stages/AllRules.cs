using Microsoft.CodeAnalysis;
using Sluice.Compiler.Model;

namespace Sluice.Compiler.Parse;

/// <summary>Reads <c>[All]</c> and checks its uses.</summary>
internal static class AllRules
{
    private const string Generic = "System.Collections.Generic";

    /// <summary>Returns a clause that says what is wrong and what to do, or <see langword="null"/>.</summary>
    /// <param name="parameter">The parameter.</param>
    /// <param name="attributes">Its attributes, including <c>[All]</c>.</param>
    public static string? ReasonAgainst(IParameterSymbol parameter, ParameterAttributes attributes)
    {
        if (SuppliedParameters.KindOf(parameter) is not null)
        {
            return $"a '{TypeNames.Short(parameter.Type)}' comes from the run, not from stages: remove [All]";
        }

        if (attributes.From is not null)
        {
            return "[From] names what the parameter takes: remove one of the two";
        }

        if (attributes.Buffer is not null)
        {
            return "it takes a list, not a stream: remove [Buffer]";
        }

        return Element(parameter.Type) is { } element && !ReturnType.IsTask(FormedType.OfWrapper(element).Value)
            ? null
            : "it collects the values in a list: declare the parameter as 'IReadOnlyList<T>', 'IReadOnlyCollection<T>', "
                + "'IEnumerable<T>' or 'T[]'";
    }

    /// <summary>Reads the attribute of a parameter that follows the rules.</summary>
    public static AllModel Read(IParameterSymbol parameter, ParseContext context)
    {
        var (form, value) = FormedType.OfWrapper(Element(parameter.Type)!);
        return new AllModel(context.Types.Intern(value), context.Names.Code(value), form);
    }

    private static ITypeSymbol? Element(ITypeSymbol type) =>
        type switch
        {
            IArrayTypeSymbol { IsSZArray: true } array => array.ElementType,
            INamedTypeSymbol { TypeArguments: { Length: 1 } arguments }
                when type.IsNamed(Generic, "IReadOnlyList", 1)
                    || type.IsNamed(Generic, "IReadOnlyCollection", 1)
                    || type.IsNamed(Generic, "IEnumerable", 1) => arguments[0],
            _ => null,
        };
}
