using Microsoft.CodeAnalysis;
using Sluice.Compiler.Model;

namespace Sluice.Compiler.Parse;

/// <summary>
/// Checks the parts of a signature that follow the same rules for stages and entry points. Each method returns a clause
/// that says what is wrong and what to do, or <see langword="null"/>. The C# compiler reports types that it cannot
/// resolve.
/// </summary>
internal static class SignatureRules
{
    /// <summary>Checks the method as a whole.</summary>
    public static string? ReasonAgainst(IMethodSymbol method) =>
        method.IsGenericMethod
            ? "it is generic: make the type that declares it generic instead, or write one method for each type"
            : ReasonAgainstForm(method);

    /// <summary>Checks the method as a whole, except for its type parameters.</summary>
    public static string? ReasonAgainstForm(IMethodSymbol method)
    {
        if (method.ReturnsByRef || method.ReturnsByRefReadonly)
        {
            return "it returns by reference: return the value";
        }

        return method.IsVararg ? "it takes '__arglist': take an array" : null;
    }

    /// <summary>Checks one parameter.</summary>
    public static string? ReasonAgainst(IParameterSymbol parameter, Obsolescence obsolescence)
    {
        if (parameter.RefKind is not (RefKind.None or RefKind.In))
        {
            return $"parameter '{parameter.Name}' is passed by reference: take it by value or by 'in'";
        }

        var (form, value) = FormedType.OfWrapper(parameter.Type);
        var reason =
            (form == ValueForm.Plain ? null : ReasonAgainstNesting(value))
            ?? ReasonAgainst(value)
            ?? obsolescence.ReasonAgainstType(value);
        return reason is null ? null : $"parameter '{parameter.Name}' has {reason}";
    }

    /// <summary>Checks the type of the method's output.</summary>
    public static string? ReasonAgainstOutput(ITypeSymbol output, Obsolescence obsolescence)
    {
        if (output.IsNamed("Sluice", "Outcome") || output.IsNamed("Sluice", "Skip"))
        {
            return $"it returns '{output.Name}', which no stage can use: return 'Outcome<T>', or throw if there is no value";
        }

        var (form, value) = FormedType.OfWrapper(output);
        if (form != ValueForm.Plain && ReasonAgainstNesting(value) is { } nesting)
        {
            return $"its output has {nesting}";
        }

        if (ReturnType.IsTask(value))
        {
            return "its output is itself a task: await that task and return its result";
        }

        return (ReasonAgainst(value) ?? obsolescence.ReasonAgainstType(value)) is { } reason
            ? $"its output has {reason}"
            : null;
    }

    private static string? ReasonAgainstNesting(ITypeSymbol value) =>
        FormedType.OfWrapper(value).Form == ValueForm.Plain
            ? null
            : $"the type '{TypeNames.Short(value)}' inside another type that says whether there is a value: "
                + "use 'Outcome<T>' alone, which covers all cases";

    private static string? ReasonAgainst(ITypeSymbol type)
    {
        if (ContainsPointer(type))
        {
            return $"the pointer type '{TypeNames.Short(type)}', which cannot pass between stages: use 'nint' or a memory type";
        }

        return RefStructs.MayBe(type) || type.SpecialType == SpecialType.System_TypedReference
            ? $"the type '{TypeNames.Short(type)}', which lives only on the stack and cannot pass between stages: "
                + "use an array or 'Memory<T>'"
            : null;
    }

    private static bool ContainsPointer(ITypeSymbol type) =>
        type switch
        {
            IPointerTypeSymbol or IFunctionPointerTypeSymbol => true,
            IArrayTypeSymbol array => ContainsPointer(array.ElementType),
            INamedTypeSymbol named => named.TypeArguments.Any(ContainsPointer),
            _ => false,
        };
}
