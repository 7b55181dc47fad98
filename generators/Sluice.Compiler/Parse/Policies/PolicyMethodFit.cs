using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Sluice.Compiler.Model;

namespace Sluice.Compiler.Parse.Policies;

/// <summary>How a method fits what a policy asks of it.</summary>
/// <param name="Method">The method.</param>
/// <param name="Arguments">What its parameters get, up to the last that gets anything.</param>
/// <param name="Reason">A clause that says why it is of no use and what to do, or <see langword="null"/>.</param>
internal sealed record PolicyMethodFit(IMethodSymbol Method, IReadOnlyList<PolicyArgument> Arguments, string? Reason)
{
    /// <summary>Finds out how a method fits.</summary>
    public static PolicyMethodFit Of(PolicySubject subject, IMethodSymbol method, PolicyMethodRole role)
    {
        var arguments = new List<PolicyArgument>();
        var reason = StageRules.ReasonAgainstCall(method, subject.Source) ?? role.ReasonAgainst(ReturnType.Of(method));
        IParameterSymbol? leftOut = null;
        foreach (var parameter in method.Parameters)
        {
            if (reason is not null)
            {
                break;
            }

            if (Argument(subject, parameter, role) is not { } argument)
            {
                leftOut ??= parameter;
                reason = parameter.IsOptional ? null : "";
            }
            else if (leftOut is not null)
            {
                reason = "";
            }
            else
            {
                arguments.Add(argument);
            }
        }

        if (
            reason is null
            && role.NeedsException
            && !arguments.Exists(argument => argument.Kind == PolicyArgumentKind.Exception)
        )
        {
            reason = "";
        }

        return new PolicyMethodFit(method, arguments, reason);
    }

    public PolicyMethodModel ToModel()
    {
        var (shape, result) = ReturnType.Of(Method);
        return new PolicyMethodModel(
            Method.Name,
            Method.IsStatic,
            TypeNames.CodeWithoutAnnotation(Method.ContainingType),
            shape,
            result is null ? "" : TypeNames.Code(result),
            Arguments.ToEquatableArray()
        );
    }

    private static PolicyArgument? Argument(PolicySubject subject, IParameterSymbol parameter, PolicyMethodRole role)
    {
        if (parameter.RefKind is not (RefKind.None or RefKind.In))
        {
            return null;
        }

        // What the stage took by the same name is meant before anything else of that type.
        var type = parameter.Type;
        foreach (var taken in subject.Method.Parameters)
        {
            if (taken.Name == parameter.Name && !KnownTypes.IsSupplied(type) && TypeNames.AreSame(taken.Type, type))
            {
                return new PolicyArgument(PolicyArgumentKind.StageParameter, taken.Ordinal);
            }
        }

        var kind =
            KnownTypes.IsCancellationToken(type) ? PolicyArgumentKind.CancellationToken
            : KnownTypes.IsStageContext(type) ? PolicyArgumentKind.StageContext
            : role.Output is { } output && IsSameOrBase(subject.Context.Compilation, output, type)
                ? PolicyArgumentKind.Output
            : KnownTypes.IsException(type) && TakesAll(subject.Context.Compilation, role, type)
                ? PolicyArgumentKind.Exception
            : (PolicyArgumentKind?)null;
        return kind is null || !role.Accepts.Contains(kind.Value)
            ? null
            : new PolicyArgument(
                kind.Value,
                TypeName: kind == PolicyArgumentKind.Exception ? TypeNames.CodeWithoutAnnotation(type) : null
            );
    }

    private static bool TakesAll(Compilation compilation, PolicyMethodRole role, ITypeSymbol type) =>
        type.IsNamed("System", "Exception")
        || (role.Exceptions.Count > 0 && role.Exceptions.All(exception => IsSameOrBase(compilation, exception, type)));

    private static bool IsSameOrBase(Compilation compilation, ITypeSymbol from, ITypeSymbol to) =>
        TypeNames.AreSame(from, to)
        || compilation.ClassifyConversion(from, to) is { IsImplicit: true, IsReference: true, IsUserDefined: false };
}
