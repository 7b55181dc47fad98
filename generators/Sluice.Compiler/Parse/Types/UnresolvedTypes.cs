using Microsoft.CodeAnalysis;
using Sluice.Compiler.Parse.Policies;

namespace Sluice.Compiler.Parse;

/// <summary>
/// Finds types that are not declared or that another generator declares, which cannot be distinguished here. Each
/// method returns a clause that says what is wrong and what to do, or <see langword="null"/>.
/// </summary>
internal static class UnresolvedTypes
{
    private const string Explanation = "which Sluice cannot see because generators do not see each other's output";

    private const string Remedy =
        "declare it in this project or in one that it references, or wrap it in a type that is declared there";

    /// <summary>Checks a type.</summary>
    public static string? ReasonAgainst(ITypeSymbol? type) =>
        NamedTypes.In(type).FirstOrDefault(part => part.TypeKind == TypeKind.Error) is { } part
            ? $"the type '{TypeNames.Short(part)}', {Explanation}: {Remedy}"
            : null;

    /// <summary>Checks a method's signature.</summary>
    /// <param name="method">The method.</param>
    /// <param name="position">The position of the parameter at fault, or -1.</param>
    public static string? ReasonAgainst(IMethodSymbol method, out int position)
    {
        position = -1;
        foreach (var parameter in method.Parameters)
        {
            if (ReasonAgainst(parameter.Type) is { } reason)
            {
                position = parameter.Ordinal;
                return $"parameter '{parameter.Name}' has {reason}";
            }
        }

        return ReasonAgainst(method.ReturnType) is { } output ? $"it returns {output}"
            : method
                .TypeParameters.SelectMany(parameter => parameter.ConstraintTypes)
                .Select(ReasonAgainst)
                .FirstOrDefault(constraint => constraint is not null)
                is { } bound
                ? $"a constraint has {bound}"
            : null;
    }

    /// <summary>Checks the arguments of Sluice's attributes on a method and its parameters.</summary>
    public static string? ReasonAgainstAttributes(IMethodSymbol method) =>
        method
            .SelfAndOverridden()
            .SelectMany(level => level.GetAttributes())
            .Concat(method.GetReturnTypeAttributes())
            .Concat(method.Parameters.SelectMany(parameter => parameter.GetAttributes()))
            .Select(ReasonAgainst)
            .FirstOrDefault(reason => reason is not null);

    /// <summary>Checks the arguments of an attribute if it is one of Sluice's.</summary>
    public static string? ReasonAgainst(AttributeData attribute) =>
        (attribute.Name() ?? attribute.PolicyName()) is { } name && !PolicyAttribute.IsComplete(attribute)
            ? $"[{AttributeExtensions.WithoutSuffix(name)}] has an argument {Explanation}: use one that does not need their output"
            : null;
}
