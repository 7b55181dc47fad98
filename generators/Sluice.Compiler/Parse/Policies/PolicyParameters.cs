using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Sluice.Compiler.Model;

namespace Sluice.Compiler.Parse.Policies;

/// <summary>Maps the parameters of a method that a policy names to their arguments.</summary>
/// <param name="subject">The stage.</param>
/// <param name="role">The requirements on the method.</param>
internal sealed class PolicyParameters(PolicySubject subject, PolicyMethodRole role)
{
    /// <summary>Returns the argument of a parameter, or <see langword="null"/> if there is none.</summary>
    public PolicyArgument? Argument(IParameterSymbol parameter)
    {
        if (parameter.RefKind is not (RefKind.None or RefKind.In))
        {
            return null;
        }

        // The stage's own parameter of the same name takes precedence over other arguments of that type.
        if (Namesake(parameter) is { } taken && subject.Context.Names.AreSame(taken.Type, parameter.Type))
        {
            return TakesNull(taken, parameter) && !DiffersInside(taken, parameter)
                ? new PolicyArgument(PolicyArgumentKind.StageParameter, taken.Ordinal)
                : null;
        }

        var type = parameter.Type;
        var kind =
            KnownTypes.IsCancellationToken(type) ? PolicyArgumentKind.CancellationToken
            : KnownTypes.IsStageContext(type) ? PolicyArgumentKind.StageContext
            : role.Output is { } output && IsSameOrBase(output, type) ? PolicyArgumentKind.Output
            : KnownTypes.IsException(type) && TakesAll(type) ? PolicyArgumentKind.Exception
            : (PolicyArgumentKind?)null;
        return kind is null || !role.Accepts.Contains(kind.Value)
            ? null
            : new PolicyArgument(
                kind.Value,
                TypeName: kind == PolicyArgumentKind.Exception
                    ? subject.Context.Names.CodeWithoutAnnotation(type)
                    : null
            );
    }

    /// <summary>Returns a clause that says why there is no argument for a parameter and what to do.</summary>
    public string ReasonAgainst(IParameterSymbol parameter)
    {
        var type = TypeNames.Short(parameter.Type);
        if (parameter.RefKind is not (RefKind.None or RefKind.In))
        {
            return $"its parameter '{parameter.Name}' is passed by reference: take it by value or by 'in'";
        }

        if (KnownTypes.IsException(parameter.Type) && role.Accepts.Contains(PolicyArgumentKind.Exception))
        {
            return role.Exceptions.Count > 0
                ? $"its parameter '{parameter.Name}' takes '{type}', which is not a base type of every exception that 'On' names: take 'Exception'"
                : $"its parameter '{parameter.Name}' takes '{type}', but the exception may be of another type: take 'Exception'";
        }

        if (Namesake(parameter) is { } namesake)
        {
            return !subject.Context.Names.AreSame(namesake.Type, parameter.Type)
                    ? $"its parameter '{parameter.Name}' has the type '{type}', but the stage's parameter "
                        + $"has '{TypeNames.Short(namesake.Type)}': give them the same type"
                : DiffersInside(namesake, parameter)
                    ? $"its parameter '{parameter.Name}' has the type '{TypeNames.Written(parameter.Type)}', but the stage's "
                        + $"parameter has '{TypeNames.Written(namesake.Type)}': give them the same type"
                : $"its parameter '{parameter.Name}' does not accept null, but the stage's parameter may be null: take '{type}?'";
        }

        var others = Taken.Where(taken => subject.Context.Names.AreSame(taken.Type, parameter.Type)).ToList();
        return others.Count == 1
            ? $"its parameter '{parameter.Name}' must have the name of the stage's parameter of that type: rename it to '{others[0].Name}'"
            : $"its parameter '{parameter.Name}' of type '{type}' receives no value: the method may take {role.Takes}";
    }

    private IEnumerable<IParameterSymbol> Taken =>
        subject.Method.Parameters.Where(taken => SuppliedParameters.KindOf(taken) is null);

    private IParameterSymbol? Namesake(IParameterSymbol parameter) =>
        Taken.FirstOrDefault(taken => string.Equals(taken.Name, parameter.Name, StringComparison.Ordinal));

    private static bool TakesNull(IParameterSymbol taken, IParameterSymbol parameter) =>
        NullAttributes.TypeOf(taken).NullableAnnotation != NullableAnnotation.Annotated
        || NullAttributes.TypeOf(parameter).NullableAnnotation != NullableAnnotation.NotAnnotated
        || parameter.Type.IsValueType;

    private static bool DiffersInside(IParameterSymbol taken, IParameterSymbol parameter) =>
        TypeComparison.DiffersInside(taken.Type, parameter.Type)
        || TypeComparison.MovedElement(taken.Type, parameter.Type) is not null;

    private bool TakesAll(ITypeSymbol type) =>
        type.IsNamed("System", nameof(Exception))
        || (role.Exceptions.Count > 0 && role.Exceptions.All(exception => IsSameOrBase(exception, type)));

    private bool IsSameOrBase(ITypeSymbol from, ITypeSymbol to) =>
        subject.Context.Names.AreSame(from, to)
        || subject.Context.Compilation.ClassifyConversion(from, to)
            is { IsImplicit: true, IsReference: true, IsUserDefined: false };
}
