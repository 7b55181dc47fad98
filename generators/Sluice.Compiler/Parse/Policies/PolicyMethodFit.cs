using Microsoft.CodeAnalysis;
using Sluice.Compiler.Model;

namespace Sluice.Compiler.Parse.Policies;

/// <summary>The result of matching a method with the role that a policy gives it.</summary>
/// <param name="Method">The method.</param>
/// <param name="Arguments">The arguments of its parameters, up to the last one that is passed.</param>
/// <param name="Reason">
/// A clause that says why the method cannot be used and what to do, or <see langword="null"/>.
/// </param>
internal sealed record PolicyMethodFit(IMethodSymbol Method, IReadOnlyList<PolicyArgument> Arguments, string? Reason)
{
    /// <summary>Matches a method with a role.</summary>
    public static PolicyMethodFit Of(PolicySubject subject, IMethodSymbol method, PolicyMethodRole role)
    {
        var arguments = new List<PolicyArgument>();
        var reason =
            SymbolEqualityComparer.Default.Equals(method, subject.Method)
                ? "it is the stage itself, which would call itself endlessly: name another method"
            : EntryPointRecognizer.IsEntryPoint(method, CancellationToken.None)
                ? "it is an entry point, which starts a run of its own: name a plain method"
            : StageRules.ReasonAgainstCall(subject.Context, method, subject.Source)
                ?? role.ReasonAgainst(ReturnType.Of(method));
        var mapping = new PolicyParameters(subject, role);
        IParameterSymbol? leftOut = null;
        foreach (var parameter in method.Parameters.Where(_ => reason is null))
        {
            if (mapping.Argument(parameter) is not { } argument)
            {
                leftOut ??= parameter;
                reason ??= parameter.IsOptional ? null : mapping.ReasonAgainst(parameter);
            }
            else if (leftOut is { IsOptional: true })
            {
                reason ??=
                    $"its parameter '{leftOut.Name}' receives no value but comes before parameters that do: put it last";
            }
            else
            {
                arguments.Add(argument);
            }
        }

        if (role.NeedsException && !arguments.Exists(argument => argument.Kind == PolicyArgumentKind.Exception))
        {
            reason ??= "it does not take the exception that it decides about: add a parameter of type 'Exception'";
        }

        return new PolicyMethodFit(method, arguments, reason);
    }

    /// <summary>Whether neither of the two methods is preferable to the other.</summary>
    public bool IsAsGoodAs(PolicyMethodFit other) =>
        Arguments.Count == other.Arguments.Count && Method.Parameters.Length == other.Method.Parameters.Length;

    public PolicyMethodModel ToModel(CodeNames names)
    {
        names.Use(Method);
        var returnType = ReturnType.Of(Method);
        return new PolicyMethodModel(
            Method.Name,
            Method.IsStatic,
            names.CodeWithoutAnnotation(Method.ContainingType),
            returnType.Shape,
            returnType.Output is null ? "" : names.Code(returnType.Output),
            Arguments.ToEquatableArray()
        )
        {
            Requirements = CallRequirements.Of(Method),
            TaskMayBeNull = returnType.TaskMayBeNull,
        };
    }
}
