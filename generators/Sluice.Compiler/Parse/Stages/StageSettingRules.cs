using Microsoft.CodeAnalysis;
using Sluice.Compiler.Parse.Policies;
using Sluice.Compiler.Rules;

namespace Sluice.Compiler.Parse;

/// <summary>Reports settings in a stage's own attributes that have no effect.</summary>
internal static class StageSettingRules
{
    private const string Name = "Name";
    private const string Only = "Only";

    /// <summary>Checks the settings of a stage.</summary>
    /// <param name="subject">The stage, with its policies.</param>
    /// <param name="attributes">The stage's attributes.</param>
    public static void Check(PolicySubject subject, StageAttributes attributes)
    {
        if (
            attributes.Stage?.NamedArgument(Name) is { Kind: TypedConstantKind.Primitive } name
            && string.IsNullOrWhiteSpace(name.Value as string)
        )
        {
            Report($"Stage({Name} = ...)", "the name is empty: write one, or remove it");
        }

        if (attributes.Stage?.NamedArgument(Only) is { Kind: TypedConstantKind.Array } only && IsEmpty(only))
        {
            Report($"Stage({Only} = ...)", "it names no entry point, so it restricts nothing: name one, or remove it");
        }

        if (attributes.Offload is not null && subject is { IsStream: true, Method.IsAsync: true })
        {
            Report(
                AttributeExtensions.WithoutSuffix(AttributeExtensions.Offload),
                "the stage is an asynchronous iterator, whose work runs while it is read: remove it"
            );
        }

        if (subject.Stage is { Each: { MaxConcurrency: > 0 } own, IsAsynchronous: false })
        {
            subject.Context.Report(
                Rule.InvalidEach,
                subject.Node with
                {
                    Parameter = own.Parameter,
                },
                [
                    AttributeExtensions.WithoutSuffix(AttributeExtensions.Each),
                    $"parameter '{subject.Stage.Parameters[own.Parameter].Name}' of stage '{subject.Stage.SimpleName}'",
                    $"its '{EachRules.MaxConcurrency}' has no effect because a synchronous stage is "
                        + "called for one element after the other: return a task, add [Offload], or leave it out",
                ],
                StageParser.SourceNode(subject.Stage.Source)
            );
        }

        void Report(string attribute, string reason) => subject.Report(Rule.PolicyWithoutMeaning, attribute, reason);
    }

    private static bool IsEmpty(TypedConstant array) => array.IsNull || array.Values.IsEmpty;
}
