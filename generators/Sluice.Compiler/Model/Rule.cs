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

    /// <summary>An output may be absent and is not declared so.</summary>
    OutputMayBeAbsent = 26,

    /// <summary>A condition names nothing.</summary>
    UnknownCondition = 27,

    /// <summary>A condition names what has no value to compare, or is compared with a constant of another type.</summary>
    InvalidCondition = 28,

    /// <summary>A stage's conditions can never all hold.</summary>
    ConditionNeverHolds = 29,

    /// <summary>A source of a merge is never taken, as one before it always produces where it does.</summary>
    MergeSourceNeverTaken = 30,

    /// <summary>No stage runs for a value of a route.</summary>
    UnhandledRouteValue = 31,

    /// <summary><c>[Each]</c> stands on a parameter for which there is no collection, only a single value.</summary>
    EachWithoutCollection = 32,

    /// <summary>A parameter takes one result of a stage that runs for each element.</summary>
    SingleResultOfEach = 33,

    /// <summary>A stream is taken by more than one.</summary>
    SharedStream = 34,

    /// <summary><c>[Each]</c> or <c>[Buffer]</c> is used in a way that has no meaning.</summary>
    InvalidEach = 35,

    /// <summary>Some take the results of a stage that runs for each element as values, others as outcomes.</summary>
    MixedResultForms = 36,

    /// <summary>A pipeline is nested in itself, so that its runs could start one another without end.</summary>
    RecursivePipeline = 37,

    /// <summary>A policy has a value that it cannot work with.</summary>
    InvalidPolicyValue = 38,

    /// <summary>A policy names a method or member that does not exist or does not fit.</summary>
    InvalidPolicyMember = 39,

    /// <summary><c>[Timeout]</c> stands on a stage that cannot be told that its time is up.</summary>
    TimeoutWithoutToken = 40,

    /// <summary>A policy, or a part of it, has no effect where it stands, or contradicts another.</summary>
    PolicyWithoutMeaning = 41,

    /// <summary>A guard is to run again what it cannot.</summary>
    GuardCannotRetry = 42,

    /// <summary>A type cannot wrap the calls of stages.</summary>
    UnsupportedInterceptor = 43,

    /// <summary>An attribute does nothing where it stands.</summary>
    StrayAttribute = 44,

    /// <summary>An entry point has an input that nothing in it takes.</summary>
    UnusedInput = 45,

    /// <summary>What a stage is cached by is compared by reference.</summary>
    CachedByReference = 46,

    /// <summary><c>[Stages]</c> stands on what cannot bring stages in.</summary>
    InvalidSource = 47,

    /// <summary>An entry point gives back an input as it is, and nothing says that this is meant.</summary>
    UntouchedInput = 48,

    /// <summary>The elements of a tuple have the same names as those of the one that takes them, at other places.</summary>
    TupleElementsMoved = 49,

    /// <summary>The compiler failed on the pipeline: a fault of Sluice, never of the pipeline.</summary>
    CompilerFault = 50,

    /// <summary>A stage requires something of its callers that the entry point does not tell its own.</summary>
    HiddenCallRequirement = 51,
}
