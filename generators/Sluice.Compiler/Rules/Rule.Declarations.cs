namespace Sluice.Compiler.Rules;

/// <content>Rules about declarations: pipelines, entry points, stages and their sources.</content>
internal sealed partial class Rule
{
    /// <summary>The class, or a type that contains it, is not partial.</summary>
    public static readonly Rule PipelineNotPartial = Error(
        1,
        title: "Pipeline is not partial",
        message: "'{0}' must be partial because the compiler adds the bodies of the entry points to it. Add 'partial' to its declaration.",
        description: "The compiler adds the bodies of the entry points to the pipeline's class, so the class and the types that contain it must be partial."
    );

    /// <summary>The pipeline has no entry point.</summary>
    public static readonly Rule NoEntryPoint = Error(
        2,
        title: "Pipeline has no entry point",
        message: "Pipeline '{0}' has no entry point: {1}",
        description: "A pipeline without an entry point cannot run. An entry point is a partial method with an accessibility modifier and without a body."
    );

    /// <summary>A stage has a signature that is not supported.</summary>
    public static readonly Rule UnsupportedStageSignature = Error(
        12,
        title: "Method cannot be a stage",
        message: "'{0}' cannot be a stage: {1}",
        description: "The pipeline cannot call a method with this signature, or cannot pass its values between stages."
    );

    /// <summary>An entry point has a signature that is not supported.</summary>
    public static readonly Rule UnsupportedEntryPointSignature = Error(
        13,
        title: "Method cannot be an entry point",
        message: "'{0}' cannot be an entry point: {1}",
        description: "The compiler cannot make a run from a method with this signature."
    );

    /// <summary>No entry point uses the stage.</summary>
    public static readonly Rule UnusedStage = Warning(
        14,
        title: "No entry point runs the stage",
        message: "No entry point runs stage '{0}': {1}",
        description: "A stage never runs if no entry point needs its output. An effect never runs if no entry point has the values that it takes."
    );

    /// <summary>A stage takes a task instead of the task's result.</summary>
    public static readonly Rule TaskParameter = Error(
        15,
        title: "Stage takes a task",
        message: "Parameter '{1}' of stage '{0}' takes a task, but a stage receives the result of a task. Use '{2}' instead.",
        description: "A stage starts when the values that it needs are available. It takes these values, not the tasks that produce them."
    );

    /// <summary>The pipeline cannot access a stage.</summary>
    public static readonly Rule InaccessibleStage = Error(
        16,
        title: "Pipeline has no access to the stage",
        message: "The pipeline cannot call stage '{0}' of '{1}'. Make the method, and the types in its signature, accessible to it.",
        description: "The pipeline calls its stages directly, so it needs access to them."
    );

    /// <summary>A <c>[Stages]</c> source has no stages.</summary>
    public static readonly Rule SourceWithoutStages = Warning(
        17,
        title: "[Stages] adds no stages",
        message: "[Stages] on '{0}' has no effect because '{1}' has no stages. Mark its methods with [Stage], or remove the attribute.",
        description: "The type has no method that is marked as a stage, so the attribute has no effect."
    );

    /// <summary>A parameter of a primary constructor is a source and also initialises a member.</summary>
    public static readonly Rule SourceParameterAlsoStored = Warning(
        18,
        title: "[Stages] parameter is also stored",
        message: "Parameter '{0}' is a source of stages and also initialises a member, so its value is stored twice. Put [Stages] on that member instead.",
        description: "The compiler captures the parameter to reach its stages. A member that is initialised from the parameter stores a second copy."
    );

    /// <summary><c>Only</c> names a method that is not an entry point.</summary>
    public static readonly Rule UnknownEntryPoint = Error(
        20,
        title: "Only names no entry point",
        message: "Only on stage '{0}' names '{1}', which is not an entry point of the pipeline. Its entry points: {2}.",
        description: "The names in Only must be those of entry points of the pipeline."
    );

    /// <summary>The type is of a kind that cannot be a pipeline.</summary>
    public static readonly Rule UnsupportedPipelineType = Error(
        22,
        title: "Type cannot be a pipeline",
        message: "'{0}' cannot be a pipeline: {1}",
        description: "The compiler cannot add code to this kind of type."
    );

    /// <summary><c>Only</c> is set on a stage that has an output.</summary>
    public static readonly Rule OnlyOnProducer = Warning(
        24,
        title: "Only is set on a stage that has an output",
        message: "Only has no effect on stage '{0}' because the stage produces '{1}' and runs in every entry point that needs this value. Remove Only.",
        description: "Only restricts effects. A stage with an output runs in every entry point that needs the output."
    );

    /// <summary>A static entry point runs a stage that needs an instance.</summary>
    public static readonly Rule InstanceStageBehindStaticEntryPoint = Error(
        25,
        title: "Static entry point runs a stage that needs an instance",
        message: "Entry point '{0}' is static, but it runs stage '{1}', which needs an instance: {2}. Remove 'static' from '{0}', or {3}.",
        description: "A static entry point has no pipeline instance, so it cannot call an instance stage."
    );

    /// <summary><c>[Stages]</c> is on a declaration that cannot be a source of stages.</summary>
    public static readonly Rule InvalidSource = Error(
        47,
        title: "[Stages] cannot be used here",
        message: "[Stages] on '{0}' cannot be used: {1}",
        description: "A source of stages must be a field, a property or a parameter of the primary constructor. A run must be able to read it, and it must never be null."
    );

    /// <summary>The compiler failed on the pipeline. This is a fault of Sluice, never of the pipeline.</summary>
    public static readonly Rule CompilerFault = Error(
        50,
        title: "Sluice failed to compile a pipeline",
        message: "Pipeline '{0}' was not compiled because of a fault in Sluice. Please report it, with the source of the pipeline, at https://github.com/sluice-dotnet/sluice/issues. {1} threw {2}: {3}.",
        description: "A step of the compiler threw an exception. This is a fault of Sluice. The other pipelines are compiled."
    );

    /// <summary>A stage has a call requirement that the entry point does not announce to its callers.</summary>
    public static readonly Rule HiddenCallRequirement = Warning(
        51,
        title: "Entry point hides a requirement of a stage from its callers",
        message: "Stage '{0}' is marked [{1}], but entry point '{2}', which runs it, is not, so its callers get no warning. Mark '{2}' with [{1}] too.",
        description: "If a stage cannot run in a trimmed or natively compiled program, its entry point cannot run there either. The emitted code suppresses the compiler's warning, so the entry point must declare the requirement."
    );

    /// <summary>A stage takes a service, and the entry point has no parameter that could bring it.</summary>
    public static readonly Rule ServiceWithoutContext = Error(
        52,
        title: "Entry point cannot bring the services that a stage takes",
        message: "Entry point '{0}' runs stage '{1}', whose parameter '{2}' takes a service, but has no RunContext parameter that could bring it: {3}. Add a parameter 'RunContext context' to '{0}'{4}.",
        description: "A parameter with [Service] gets its value from the Services of the RunContext that the caller passes."
    );

    /// <summary><c>Always</c> is set on a stage that has an output.</summary>
    public static readonly Rule AlwaysOnProducer = Error(
        59,
        title: "Always is set on a stage that is not an effect",
        message: "Always cannot be set on stage '{0}' because the stage produces '{1}' and runs in every entry point that needs this value. Remove Always.",
        description: "Always adds an effect or a guard to runs that would not run it otherwise. A stage with an output runs in every entry point that needs the output."
    );
}
