namespace Sluice.Compiler.Model;

/// <summary>The rules that a pipeline must keep. The value is the number in the rule's id: 3 is <c>SLU0003</c>.</summary>
internal enum Rule
{
    /// <summary>The class, or a type that contains it, is not partial.</summary>
    PipelineNotPartial = 1,

    /// <summary>The pipeline has no entry point.</summary>
    NoEntryPoint = 2,

    /// <summary>Nothing produces what a parameter or an output needs.</summary>
    MissingDependency = 3,

    /// <summary>Stages wait for each other in a circle.</summary>
    Cycle = 4,

    /// <summary>A stage needs its own output.</summary>
    SelfDependency = 5,

    /// <summary>Several producers have the type, and none is named.</summary>
    AmbiguousProducer = 6,

    /// <summary>Two stages of one source have the same name.</summary>
    DuplicateStage = 7,

    /// <summary><c>[From]</c> names no producer.</summary>
    UnknownProducer = 8,

    /// <summary><c>[From]</c> names a producer of another type.</summary>
    ProducerOfWrongType = 9,

    /// <summary><c>[After]</c> names no stage.</summary>
    UnknownPredecessor = 10,

    /// <summary>A synchronous entry point needs an asynchronous stage.</summary>
    AsynchronousStageBehindSynchronousEntryPoint = 11,

    /// <summary>A stage has a signature that cannot take part.</summary>
    UnsupportedStageSignature = 12,

    /// <summary>An entry point has a signature that cannot be compiled.</summary>
    UnsupportedEntryPointSignature = 13,

    /// <summary>No entry point uses the stage.</summary>
    UnusedStage = 14,

    /// <summary>A stage takes a task instead of what the task produces.</summary>
    TaskParameter = 15,

    /// <summary>The pipeline has no access to the stage.</summary>
    InaccessibleStage = 16,

    /// <summary>A <c>[Stages]</c> source brings no stage.</summary>
    SourceWithoutStages = 17,

    /// <summary>A primary-constructor parameter is a source and initialises a member as well.</summary>
    SourceParameterAlsoStored = 18,

    /// <summary>An entry point without output has no effect to run.</summary>
    NothingToRun = 19,

    /// <summary><c>Only</c> names no entry point.</summary>
    UnknownEntryPoint = 20,

    /// <summary>A value that may be null goes to a parameter that does not accept null.</summary>
    NullableValue = 21,

    /// <summary>The class is of a kind that cannot be a pipeline.</summary>
    UnsupportedPipelineType = 22,

    /// <summary>A name in <c>[From]</c> or <c>[After]</c> fits several.</summary>
    AmbiguousName = 23,

    /// <summary><c>Only</c> stands on a stage that has an output.</summary>
    OnlyOnProducer = 24,

    /// <summary>A static entry point needs a stage that needs an instance.</summary>
    InstanceStageBehindStaticEntryPoint = 25,
}
