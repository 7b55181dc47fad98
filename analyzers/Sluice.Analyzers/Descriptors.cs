using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Sluice.Compiler.Model;
using Sluice.Compiler.Rules;

namespace Sluice.Analyzers;

/// <summary>One descriptor for each <see cref="Rule"/>. An error cannot be silenced: a pipeline with one cannot be compiled.</summary>
internal static class Descriptors
{
    /// <summary>The category of every rule.</summary>
    public const string Category = "Sluice";

    /// <summary>Where the pages of the rules are.</summary>
    public const string HelpLink = "https://github.com/sluice-dotnet/sluice/blob/main/docs/rules/";

    private static readonly DiagnosticDescriptor PipelineNotPartial = new(
        "SLU0001",
        "Pipeline is not partial",
        RuleMessages.PipelineNotPartial,
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        description: "The compiler adds the bodies of the entry points to the pipeline's class, which therefore has to be partial, as have the types that contain it.",
        helpLinkUri: HelpLink + "SLU0001.md",
        customTags: ErrorTags.All
    );

    private static readonly DiagnosticDescriptor NoEntryPoint = new(
        "SLU0002",
        "Pipeline has no entry point",
        RuleMessages.NoEntryPoint,
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        description: "Without an entry point nothing can run the pipeline. An entry point is a partial method with an accessibility modifier and without a body.",
        helpLinkUri: HelpLink + "SLU0002.md",
        customTags: ErrorTags.All
    );

    private static readonly DiagnosticDescriptor MissingDependency = new(
        "SLU0003",
        "Nothing produces a needed value",
        RuleMessages.MissingDependency,
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        description: "Each parameter of a stage and each output of an entry point needs a stage or an input that produces its type.",
        helpLinkUri: HelpLink + "SLU0003.md",
        customTags: ErrorTags.All
    );

    private static readonly DiagnosticDescriptor Cycle = new(
        "SLU0004",
        "Stages wait for each other in a circle",
        RuleMessages.Cycle,
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        description: "A stage starts once everything that it needs is there. Stages that need each other in a circle never start.",
        helpLinkUri: HelpLink + "SLU0004.md",
        customTags: ErrorTags.All
    );

    private static readonly DiagnosticDescriptor SelfDependency = new(
        "SLU0005",
        "Stage needs itself",
        RuleMessages.SelfDependency,
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        description: "A stage cannot take its own output or come after itself.",
        helpLinkUri: HelpLink + "SLU0005.md",
        customTags: ErrorTags.All
    );

    private static readonly DiagnosticDescriptor AmbiguousProducer = new(
        "SLU0006",
        "Several producers fit",
        RuleMessages.AmbiguousProducer,
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        description: "Where several stages or inputs produce the type and none has the parameter's name, the compiler does not guess.",
        helpLinkUri: HelpLink + "SLU0006.md",
        customTags: ErrorTags.All
    );

    private static readonly DiagnosticDescriptor DuplicateStage = new(
        "SLU0007",
        "Two stages have the same name",
        RuleMessages.DuplicateStage,
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        description: "A stage is known by its name within its class, so that each name can be given once only.",
        helpLinkUri: HelpLink + "SLU0007.md",
        customTags: ErrorTags.All
    );

    private static readonly DiagnosticDescriptor UnknownProducer = new(
        "SLU0008",
        "[From] names no producer",
        RuleMessages.UnknownProducer,
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        description: "The name in [From] has to be that of a stage of the pipeline or of an input of the entry point.",
        helpLinkUri: HelpLink + "SLU0008.md",
        customTags: ErrorTags.All
    );

    private static readonly DiagnosticDescriptor ProducerOfWrongType = new(
        "SLU0009",
        "[From] names a producer of another type",
        RuleMessages.ProducerOfWrongType,
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        description: "What [From] names has to produce the type that is asked for, or one that converts to it by an implicit reference conversion.",
        helpLinkUri: HelpLink + "SLU0009.md",
        customTags: ErrorTags.All
    );

    private static readonly DiagnosticDescriptor UnknownPredecessor = new(
        "SLU0010",
        "[After] names no stage",
        RuleMessages.UnknownPredecessor,
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        description: "The names in [After] have to be those of stages of the pipeline.",
        helpLinkUri: HelpLink + "SLU0010.md",
        customTags: ErrorTags.All
    );

    private static readonly DiagnosticDescriptor AsynchronousStageBehindSynchronousEntryPoint = new(
        "SLU0011",
        "Synchronous entry point runs an asynchronous stage",
        RuleMessages.AsynchronousStageBehindSynchronousEntryPoint,
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        description: "An entry point that returns its output directly cannot wait, so that every stage that it runs has to be synchronous.",
        helpLinkUri: HelpLink + "SLU0011.md",
        customTags: ErrorTags.All
    );

    private static readonly DiagnosticDescriptor UnsupportedStageSignature = new(
        "SLU0012",
        "Method cannot be a stage",
        RuleMessages.UnsupportedStageSignature,
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        description: "The signature has something that cannot be called from a pipeline or whose value cannot pass between stages.",
        helpLinkUri: HelpLink + "SLU0012.md",
        customTags: ErrorTags.All
    );

    private static readonly DiagnosticDescriptor UnsupportedEntryPointSignature = new(
        "SLU0013",
        "Method cannot be an entry point",
        RuleMessages.UnsupportedEntryPointSignature,
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        description: "The signature has something that cannot be compiled into a run.",
        helpLinkUri: HelpLink + "SLU0013.md",
        customTags: ErrorTags.All
    );

    private static readonly DiagnosticDescriptor UnusedStage = new(
        "SLU0014",
        "No entry point runs the stage",
        RuleMessages.UnusedStage,
        Category,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        description: "A stage that no entry point needs, and an effect whose values no entry point has, never runs.",
        helpLinkUri: HelpLink + "SLU0014.md"
    );

    private static readonly DiagnosticDescriptor TaskParameter = new(
        "SLU0015",
        "Stage takes a task",
        RuleMessages.TaskParameter,
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        description: "A stage is started once the values that it needs are there, and takes those values rather than the tasks that produce them.",
        helpLinkUri: HelpLink + "SLU0015.md",
        customTags: ErrorTags.All
    );

    private static readonly DiagnosticDescriptor InaccessibleStage = new(
        "SLU0016",
        "Pipeline has no access to the stage",
        RuleMessages.InaccessibleStage,
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        description: "The pipeline calls its stages directly and therefore needs access to them, as any caller does.",
        helpLinkUri: HelpLink + "SLU0016.md",
        customTags: ErrorTags.All
    );

    private static readonly DiagnosticDescriptor SourceWithoutStages = new(
        "SLU0017",
        "[Stages] brings no stage",
        RuleMessages.SourceWithoutStages,
        Category,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        description: "The type has no method that is marked as a stage, so that the attribute does nothing.",
        helpLinkUri: HelpLink + "SLU0017.md"
    );

    private static readonly DiagnosticDescriptor SourceParameterAlsoStored = new(
        "SLU0018",
        "[Stages] parameter is stored as well",
        RuleMessages.SourceParameterAlsoStored,
        Category,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        description: "The compiler captures the parameter to reach its stages, so that a member that is initialised from it makes a second copy.",
        helpLinkUri: HelpLink + "SLU0018.md"
    );

    private static readonly DiagnosticDescriptor NothingToRun = new(
        "SLU0019",
        "Entry point has nothing to run",
        RuleMessages.NothingToRun,
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        description: "An entry point without an output runs effects: stages that return nothing. This one has none that its inputs can feed.",
        helpLinkUri: HelpLink + "SLU0019.md",
        customTags: ErrorTags.All
    );

    private static readonly DiagnosticDescriptor UnknownEntryPoint = new(
        "SLU0020",
        "Only names no entry point",
        RuleMessages.UnknownEntryPoint,
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        description: "The names in Only have to be those of entry points of the pipeline.",
        helpLinkUri: HelpLink + "SLU0020.md",
        customTags: ErrorTags.All
    );

    private static readonly DiagnosticDescriptor NullableValue = new(
        "SLU0021",
        "A value that may be null meets a receiver that takes none",
        RuleMessages.NullableValue,
        Category,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        description: "The producer's type allows null, and that of the parameter or output does not.",
        helpLinkUri: HelpLink + "SLU0021.md"
    );

    private static readonly DiagnosticDescriptor UnsupportedPipelineType = new(
        "SLU0022",
        "Type cannot be a pipeline",
        RuleMessages.UnsupportedPipelineType,
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        description: "The type is of a kind that the compiler cannot add to.",
        helpLinkUri: HelpLink + "SLU0022.md",
        customTags: ErrorTags.All
    );

    private static readonly DiagnosticDescriptor AmbiguousName = new(
        "SLU0023",
        "A name fits several producers",
        RuleMessages.AmbiguousName,
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        description: "The name in [From] or [After] fits several stages or inputs. Each has a name that is unique in the pipeline.",
        helpLinkUri: HelpLink + "SLU0023.md",
        customTags: ErrorTags.All
    );

    private static readonly DiagnosticDescriptor OnlyOnProducer = new(
        "SLU0024",
        "Only stands on a stage that has an output",
        RuleMessages.OnlyOnProducer,
        Category,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        description: "Only restricts effects. A stage with an output runs wherever its output is needed.",
        helpLinkUri: HelpLink + "SLU0024.md"
    );

    private static readonly DiagnosticDescriptor InstanceStageBehindStaticEntryPoint = new(
        "SLU0025",
        "Static entry point runs a stage that needs an instance",
        RuleMessages.InstanceStageBehindStaticEntryPoint,
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        description: "A static entry point has no pipeline instance on which an instance stage could be called.",
        helpLinkUri: HelpLink + "SLU0025.md",
        customTags: ErrorTags.All
    );

    /// <summary>All descriptors, in the order of their rules.</summary>
    public static ImmutableArray<DiagnosticDescriptor> All { get; } =
        ImmutableArray.Create(
            PipelineNotPartial,
            NoEntryPoint,
            MissingDependency,
            Cycle,
            SelfDependency,
            AmbiguousProducer,
            DuplicateStage,
            UnknownProducer,
            ProducerOfWrongType,
            UnknownPredecessor,
            AsynchronousStageBehindSynchronousEntryPoint,
            UnsupportedStageSignature,
            UnsupportedEntryPointSignature,
            UnusedStage,
            TaskParameter,
            InaccessibleStage,
            SourceWithoutStages,
            SourceParameterAlsoStored,
            NothingToRun,
            UnknownEntryPoint,
            NullableValue,
            UnsupportedPipelineType,
            AmbiguousName,
            OnlyOnProducer,
            InstanceStageBehindStaticEntryPoint,
            FlowDescriptors.OutputMayBeAbsent,
            FlowDescriptors.UnknownCondition,
            FlowDescriptors.InvalidCondition,
            FlowDescriptors.ConditionNeverHolds,
            FlowDescriptors.MergeSourceNeverTaken,
            FlowDescriptors.UnhandledRouteValue,
            FlowDescriptors.EachWithoutCollection,
            FlowDescriptors.SingleResultOfEach,
            FlowDescriptors.SharedStream,
            FlowDescriptors.InvalidEach,
            FlowDescriptors.MixedResultForms,
            PolicyDescriptors.RecursivePipeline,
            PolicyDescriptors.InvalidPolicyValue,
            PolicyDescriptors.InvalidPolicyMember,
            PolicyDescriptors.TimeoutWithoutToken,
            PolicyDescriptors.PolicyWithoutMeaning,
            PolicyDescriptors.GuardCannotRetry,
            PolicyDescriptors.UnsupportedInterceptor,
            PolicyDescriptors.StrayAttribute,
            FlowDescriptors.UnusedInput,
            PolicyDescriptors.CachedByReference,
            FlowDescriptors.InvalidSource,
            FlowDescriptors.UntouchedInput,
            FlowDescriptors.TupleElementsMoved,
            NetDescriptors.CompilerFault,
            FlowDescriptors.HiddenCallRequirement
        );

    private static readonly ImmutableDictionary<string, DiagnosticDescriptor> _byId = All.ToImmutableDictionary(
        descriptor => descriptor.Id,
        StringComparer.Ordinal
    );

    /// <summary>The descriptor of a rule.</summary>
    public static DiagnosticDescriptor Of(Rule rule) => _byId[FindingText.Id(rule)];
}
