using Microsoft.CodeAnalysis;
using Sluice.Compiler.Model;
using Sluice.Compiler.Rules;

namespace Sluice.Compiler.Parse.Policies;

/// <summary>Reads <c>[Loop]</c>.</summary>
internal static class LoopParser
{
    private const string Exhausted = "Exhausted";
    private const string First = "First";
    private const string From = "From";
    private const string MaxRounds = "MaxRounds";

    /// <summary>
    /// Returns the loop that the attribute describes. Reports what cannot be used; the rest of the pipeline is checked as if
    /// it could.
    /// </summary>
    public static LoopModel Parse(PolicyAttribute attribute)
    {
        var subject = attribute.Subject;
        var returned = ReturnType.Of(subject.Method);
        if (LoopType.Of(returned.Output) is not { } type)
        {
            attribute.RefuseMeaning(
                "a stage that decides a loop returns 'Loop<TState, TResult>', or 'Loop<TResult>' if the loop carries "
                    + "nothing: return that, or remove [Loop]"
            );
            return new LoopModel(1, null, default, null, -1, "", "") { IsRefused = true, HasUnknownType = true };
        }

        var rounds = attribute.Number(attribute[MaxRounds], MaxRounds, otherwise: 0, least: 1);
        var first = attribute[First]?.Value as string;
        if (first is not null && type.State is null)
        {
            attribute.RefuseMeaning(
                $"its '{First}' names the first carried value, but the loop carries nothing: return 'Loop<TState, TResult>', "
                    + $"or remove '{First}'"
            );
        }

        if (subject.Stage.Each is not null)
        {
            attribute.RefuseMeaning(
                "the stage runs for each element, but a loop is decided as a whole: decide in a stage that takes all "
                    + "results, or put the loop into a nested pipeline"
            );
        }

        if (subject.Policies.Has(AttributeExtensions.Guard))
        {
            attribute.RefuseMeaning(
                "the stage is a guard, which passes or fails: let the guard be a stage of its own that takes the result"
            );
        }

        var exhausted = attribute[Exhausted]?.Value is string method ? Method(attribute, method, type) : null;
        return Assume(subject.Context, subject.Method, type) with
        {
            MaxRounds = rounds,
            First = type.State is null ? null : first,
            From = Names(attribute[From]).ToEquatableArray(),
            Exhausted = exhausted,
            IsRefused = attribute.IsRefused,
        };
    }

    /// <summary>Returns the loop of a decision without an attribute, which is reported.</summary>
    public static LoopModel Assume(ParseContext context, IMethodSymbol method, LoopType type) =>
        new(
            1,
            null,
            default,
            null,
            type.State is null ? -1 : context.Types.Intern(type.State),
            type.State is null ? "" : context.Names.Code(type.State),
            context.Names.Code(ReturnType.Of(method).Output!)
        )
        {
            IsRefused = true,
        };

    // The last state stands for the output: the method may take it beside what the decision takes.
    private static PolicyMethodModel? Method(PolicyAttribute attribute, string name, LoopType type) =>
        PolicyMethods.Find(
            attribute,
            name,
            new PolicyMethodRole(
                [PolicyArgumentKind.Output, PolicyArgumentKind.CancellationToken, PolicyArgumentKind.StageContext],
                $"returns '{TypeNames.Short(type.Result)}'",
                given => ReasonAgainst(attribute.Subject.Context.Names, type.Result, given)
            )
            {
                Missing = new MissingMethod(
                    attribute.Subject.Context.Names.Code(type.Result),
                    TakesInputs: true,
                    TakesException: false,
                    TakesToken: false
                ),
                Output = type.State,
            }
        );

    private static string? ReasonAgainst(CodeNames names, ITypeSymbol needed, ReturnType given) =>
        given.Shape != ReturnShape.Synchronous
            ? $"it returns a task, but the loop has ended: return '{TypeNames.Short(needed)}', and do the work in a stage "
                + "that takes the result"
        : given.Output is null || !names.AreSame(needed, given.Output)
            ? $"it does not return the result of the loop: return '{TypeNames.Short(needed)}'"
        : given.Output.NullableAnnotation == NullableAnnotation.Annotated
        && needed.NullableAnnotation == NullableAnnotation.NotAnnotated
        && given.Output.IsReferenceType
            ? $"it may return null, but the loop does not: return '{TypeNames.Short(needed)}'"
        : null;

    private static IEnumerable<string> Names(TypedConstant? names) =>
        names is { Kind: TypedConstantKind.Array, IsNull: false } array
            ? array.Values.Select(value => value.Value).OfType<string>()
            : [];
}
