namespace Sluice.Compiler.Rules;

/// <content>Rules about declarations: pipelines, entry points, stages and their sources.</content>
internal sealed partial class Rule
{
    /// <summary>The class, or a type that contains it, is not partial.</summary>
    public static readonly Rule PipelineNotPartial = Error(
        1,
        title: "Pipeline is not partial",
        message: "'{0}' must be partial, as the compiler adds the bodies of the entry points to it. Add 'partial' to its declaration.",
        description: "The compiler adds the bodies of the entry points to the pipeline's class, which therefore has to be partial, as have the types that contain it."
    );

    /// <summary>The pipeline has no entry point.</summary>
    public static readonly Rule NoEntryPoint = Error(
        2,
        title: "Pipeline has no entry point",
        message: "Pipeline '{0}' has no entry point: {1}",
        description: "Without an entry point nothing can run the pipeline. An entry point is a partial method with an accessibility modifier and without a body."
    );

    /// <summary>A stage has a signature that is not supported.</summary>
    public static readonly Rule UnsupportedStageSignature = Error(
        12,
        title: "Method cannot be a stage",
        message: "'{0}' cannot be a stage: {1}",
        description: "The signature has something that cannot be called from a pipeline or whose value cannot pass between stages."
    );

    /// <summary>An entry point has a signature that is not supported.</summary>
    public static readonly Rule UnsupportedEntryPointSignature = Error(
        13,
        title: "Method cannot be an entry point",
        message: "'{0}' cannot be an entry point: {1}",
        description: "The signature has something that cannot be compiled into a run."
    );

    /// <summary>No entry point uses the stage.</summary>
    public static readonly Rule UnusedStage = Warning(
        14,
        title: "No entry point runs the stage",
        message: "No entry point runs stage '{0}': {1}",
        description: "A stage that no entry point needs, and an effect whose values no entry point has, never runs."
    );

    /// <summary>A stage takes a task instead of the task's result.</summary>
    public static readonly Rule TaskParameter = Error(
        15,
        title: "Stage takes a task",
        message: "Parameter '{1}' of stage '{0}' takes a task, while a stage is given what a task produces. Use '{2}' instead.",
        description: "A stage is started once the values that it needs are there, and takes those values rather than the tasks that produce them."
    );

    /// <summary>The pipeline cannot access a stage.</summary>
    public static readonly Rule InaccessibleStage = Error(
        16,
        title: "Pipeline has no access to the stage",
        message: "The pipeline cannot call stage '{0}' of '{1}'. Make the method, and the types in its signature, accessible to it.",
        description: "The pipeline calls its stages directly and therefore needs access to them, as any caller does."
    );

    /// <summary>A <c>[Stages]</c> source has no stages.</summary>
    public static readonly Rule SourceWithoutStages = Warning(
        17,
        title: "[Stages] brings no stage",
        message: "[Stages] on '{0}' does nothing, as '{1}' has no stage. Mark its methods with [Stage], or remove the attribute.",
        description: "The type has no method that is marked as a stage, so that the attribute does nothing."
    );

    /// <summary>A parameter of a primary constructor is a source and also initialises a member.</summary>
    public static readonly Rule SourceParameterAlsoStored = Warning(
        18,
        title: "[Stages] parameter is stored as well",
        message: "Parameter '{0}' is a source of stages and initialises a member as well, so that it is kept twice. Put [Stages] on that member instead.",
        description: "The compiler captures the parameter to reach its stages, so that a member that is initialised from it makes a second copy."
    );

    /// <summary><c>Only</c> names a method that is not an entry point.</summary>
    public static readonly Rule UnknownEntryPoint = Error(
        20,
        title: "Only names no entry point",
        message: "Only on stage '{0}' names '{1}', which is no entry point of the pipeline. It has {2}.",
        description: "The names in Only have to be those of entry points of the pipeline."
    );

    /// <summary>The type is of a kind that cannot be a pipeline.</summary>
    public static readonly Rule UnsupportedPipelineType = Error(
        22,
        title: "Type cannot be a pipeline",
        message: "'{0}' cannot be a pipeline: {1}",
        description: "The type is of a kind that the compiler cannot add to."
    );

    /// <summary><c>Only</c> is set on a stage that has an output.</summary>
    public static readonly Rule OnlyOnProducer = Warning(
        24,
        title: "Only stands on a stage that has an output",
        message: "Only on stage '{0}' does nothing, as the stage produces '{1}' and runs wherever that is needed. Remove it.",
        description: "Only restricts effects. A stage with an output runs wherever its output is needed."
    );

    /// <summary>A static entry point runs a stage that needs an instance.</summary>
    public static readonly Rule InstanceStageBehindStaticEntryPoint = Error(
        25,
        title: "Static entry point runs a stage that needs an instance",
        message: "Entry point '{0}' is static, but it runs stage '{1}', which needs an instance: {2}. Remove 'static' from '{0}', or {3}.",
        description: "A static entry point has no pipeline instance on which an instance stage could be called."
    );

    /// <summary><c>[Stages]</c> is on a declaration that cannot be a source of stages.</summary>
    public static readonly Rule InvalidSource = Error(
        47,
        title: "[Stages] cannot bring stages in from here",
        message: "[Stages] on '{0}' cannot be used: {1}",
        description: "A source of stages is a field, a property or a parameter of the primary constructor that a run can read and that is never null."
    );

    /// <summary>The compiler failed on the pipeline. This is a fault of Sluice, never of the pipeline.</summary>
    public static readonly Rule CompilerFault = Error(
        50,
        title: "Sluice failed to compile a pipeline",
        message: "Pipeline '{0}' was not compiled because of a fault in Sluice. Please report it, with the source of the pipeline, at https://github.com/sluice-dotnet/sluice/issues. {1} threw {2}: {3}.",
        description: "A step of the compiler threw an exception. It is a fault of Sluice; the other pipelines are compiled."
    );

    /// <summary>A stage has a call requirement that the entry point does not announce to its callers.</summary>
    public static readonly Rule HiddenCallRequirement = Warning(
        51,
        title: "Entry point hides what a stage requires of its callers",
        message: "Stage '{0}' is marked [{1}], and entry point '{2}', which runs it, is not, so that its callers do not learn of it. Mark '{2}' with [{1}] too.",
        description: "A stage that cannot run in a trimmed or natively compiled program makes its entry point one that cannot, either. The emitted code suppresses the compiler's own warning, so that the entry point has to say it."
    );

    /// <summary>A stage takes a service, and the entry point has no parameter that could bring it.</summary>
    public static readonly Rule ServiceWithoutContext = Error(
        52,
        title: "Entry point cannot bring the services that a stage takes",
        message: "Entry point '{0}' runs stage '{1}', whose parameter '{2}' takes a service, but has no RunContext parameter that could bring it: {3}. Add a parameter 'RunContext context' to '{0}'{4}.",
        description: "A parameter with [Service] gets its value from the Services of the RunContext that the caller passes."
    );
}
