using Microsoft.CodeAnalysis;
using Sluice.Compiler.Model;
using Sluice.Compiler.Parse.Policies;
using Sluice.Compiler.Rules;

namespace Sluice.Compiler.Parse;

/// <summary>Reads <c>[Stage(Dispose = true)]</c>.</summary>
internal static class DisposalParser
{
    private const string Name = "Dispose";
    private const string Remedy = "remove 'Dispose'";

    /// <summary>
    /// Returns the way in which the stage's output is disposed of. Reports a stage whose output cannot be disposed of.
    /// </summary>
    /// <param name="subject">The stage.</param>
    /// <param name="attribute">The stage's <c>[Stage]</c> attribute, or <see langword="null"/>.</param>
    public static Disposal Parse(PolicySubject subject, AttributeData? attribute)
    {
        if (attribute?.NamedArgument(Name)?.Value is not true)
        {
            return Disposal.None;
        }

        var type = subject.Result is null ? null : FormedType.OfWrapper(subject.Result).Value;
        var isDisposable = type is not null && Implements(type, "IDisposable");
        var isAsyncDisposable = type is not null && Implements(type, "IAsyncDisposable");
        if (ReasonAgainst(subject, type, isDisposable || isAsyncDisposable) is { } reason)
        {
            subject.Report(Rule.PolicyWithoutMeaning, "Stage(Dispose = true)", reason);
            return Disposal.None;
        }

        return isDisposable ? Disposal.Synchronous : Disposal.Asynchronous;
    }

    private static string? ReasonAgainst(PolicySubject subject, ITypeSymbol? type, bool isDisposable) =>
        type is null ? $"the stage returns nothing that could be disposed of: {Remedy}"
        : subject.Stage.Each is not null
            ? "the stage runs for each element, and the values of some would not be disposed of if another "
                + "fails: let it take a StageContext, and register the disposal of each value with 'OnCleanUp'"
        : subject.IsStream
            ? "the stage returns a stream, which must dispose of its resources itself: use 'using' in its method"
        : !isDisposable
            ? $"'{TypeNames.Short(type)}' is neither IDisposable nor IAsyncDisposable: return a type that is one of them, or {Remedy}"
        : subject
            .Stage.Policies.Select(policy => policy.ReasonAgainstDisposal)
            .FirstOrDefault(reason => reason is not null);

    private static bool Implements(ITypeSymbol type, string contract) =>
        type.IsNamed("System", contract)
        || type.AllInterfaces.Any(candidate => candidate.IsNamed("System", contract))
        || (
            type is ITypeParameterSymbol parameter
            && parameter.ConstraintTypes.Any(constraint =>
                constraint is not ITypeParameterSymbol && Implements(constraint, contract)
            )
        );
}
