using System.Globalization;
using Sluice.Compiler.Model;

namespace Sluice.Compiler.Rules;

/// <summary>Writes findings as messages.</summary>
internal static class FindingText
{
    /// <summary>The message of a finding.</summary>
    public static string Of(Finding finding) =>
        string.Format(CultureInfo.InvariantCulture, Format(finding.Rule), [.. finding.Arguments]);

    /// <summary>The id by which users know a rule.</summary>
    public static string Id(Rule rule) => "SLU" + ((int)rule).ToString("0000", CultureInfo.InvariantCulture);

    /// <summary>The message of a rule, with places for a finding's arguments.</summary>
    public static string Format(Rule rule) =>
        rule switch
        {
            Rule.PipelineNotPartial => RuleMessages.PipelineNotPartial,
            Rule.NoEntryPoint => RuleMessages.NoEntryPoint,
            Rule.MissingDependency => RuleMessages.MissingDependency,
            Rule.Cycle => RuleMessages.Cycle,
            Rule.SelfDependency => RuleMessages.SelfDependency,
            Rule.AmbiguousProducer => RuleMessages.AmbiguousProducer,
            Rule.DuplicateStage => RuleMessages.DuplicateStage,
            Rule.UnknownProducer => RuleMessages.UnknownProducer,
            Rule.ProducerOfWrongType => RuleMessages.ProducerOfWrongType,
            Rule.UnknownPredecessor => RuleMessages.UnknownPredecessor,
            Rule.AsynchronousStageBehindSynchronousEntryPoint =>
                RuleMessages.AsynchronousStageBehindSynchronousEntryPoint,
            Rule.UnsupportedStageSignature => RuleMessages.UnsupportedStageSignature,
            Rule.UnsupportedEntryPointSignature => RuleMessages.UnsupportedEntryPointSignature,
            Rule.UnusedStage => RuleMessages.UnusedStage,
            Rule.TaskParameter => RuleMessages.TaskParameter,
            Rule.InaccessibleStage => RuleMessages.InaccessibleStage,
            Rule.SourceWithoutStages => RuleMessages.SourceWithoutStages,
            Rule.SourceParameterAlsoStored => RuleMessages.SourceParameterAlsoStored,
            Rule.NothingToRun => RuleMessages.NothingToRun,
            Rule.UnknownEntryPoint => RuleMessages.UnknownEntryPoint,
            Rule.NullableValue => RuleMessages.NullableValue,
            Rule.UnsupportedPipelineType => RuleMessages.UnsupportedPipelineType,
            Rule.AmbiguousName => RuleMessages.AmbiguousName,
            Rule.OnlyOnProducer => RuleMessages.OnlyOnProducer,
            Rule.InstanceStageBehindStaticEntryPoint => RuleMessages.InstanceStageBehindStaticEntryPoint,
            Rule.OutputMayBeAbsent => RuleMessages.OutputMayBeAbsent,
            Rule.UnknownCondition => RuleMessages.UnknownCondition,
            Rule.InvalidCondition => RuleMessages.InvalidCondition,
            Rule.ConditionNeverHolds => RuleMessages.ConditionNeverHolds,
            Rule.MergeSourceNeverTaken => RuleMessages.MergeSourceNeverTaken,
            Rule.UnhandledRouteValue => RuleMessages.UnhandledRouteValue,
            Rule.EachWithoutCollection => RuleMessages.EachWithoutCollection,
            Rule.SingleResultOfEach => RuleMessages.SingleResultOfEach,
            Rule.SharedStream => RuleMessages.SharedStream,
            Rule.InvalidEach => RuleMessages.InvalidEach,
            Rule.MixedResultForms => RuleMessages.MixedResultForms,
            Rule.RecursivePipeline => PolicyMessages.RecursivePipeline,
            Rule.InvalidPolicyValue => PolicyMessages.InvalidPolicyValue,
            Rule.InvalidPolicyMember => PolicyMessages.InvalidPolicyMember,
            Rule.TimeoutWithoutToken => PolicyMessages.TimeoutWithoutToken,
            Rule.PolicyWithoutMeaning => PolicyMessages.PolicyWithoutMeaning,
            Rule.GuardCannotRetry => PolicyMessages.GuardCannotRetry,
            Rule.UnsupportedInterceptor => PolicyMessages.UnsupportedInterceptor,
            Rule.StrayAttribute => PolicyMessages.StrayAttribute,
            Rule.UnusedInput => RuleMessages.UnusedInput,
            Rule.HiddenCallRequirement => RuleMessages.HiddenCallRequirement,
            Rule.CachedByReference => PolicyMessages.CachedByReference,
            Rule.InvalidSource => RuleMessages.InvalidSource,
            Rule.UntouchedInput => RuleMessages.UntouchedInput,
            Rule.TupleElementsMoved => RuleMessages.TupleElementsMoved,
            Rule.CompilerFault => RuleMessages.CompilerFault,
            _ => throw new ArgumentOutOfRangeException(nameof(rule)),
        };
}
