namespace Sluice.Compiler.Model;

/// <summary>What is known of a <see cref="Rule"/> by itself.</summary>
internal static class RuleExtensions
{
    /// <summary>Whether a pipeline that breaks the rule cannot be compiled.</summary>
    public static bool IsError(this Rule rule) =>
        rule
            is not (
                Rule.UnusedStage
                or Rule.SourceWithoutStages
                or Rule.SourceParameterAlsoStored
                or Rule.NullableValue
                or Rule.OnlyOnProducer
                or Rule.ConditionNeverHolds
                or Rule.MergeSourceNeverTaken
                or Rule.UnhandledRouteValue
                or Rule.UnusedInput
                or Rule.CachedByReference
                or Rule.UntouchedInput
                or Rule.TupleElementsMoved
                or Rule.HiddenCallRequirement
            );
}
