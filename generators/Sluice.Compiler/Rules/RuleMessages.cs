namespace Sluice.Compiler.Rules;

/// <summary>
/// What each rule says where it is broken. The analyzer and, where analyzers are off, the generator say the same. Constants, so
/// that the analyzers which check descriptors can read them.
/// </summary>
internal static class RuleMessages
{
    /// <summary>How an entry point takes its observer.</summary>
    public const string ObserverForm =
        "'Run<TObserver>(..., TObserver observer) where TObserver : struct, IRunObserver'";

    public const string PipelineNotPartial =
        "'{0}' must be partial, as the compiler adds the bodies of the entry points to it. Add 'partial' to its declaration.";

    public const string NoEntryPoint = "Pipeline '{0}' has no entry point: {1}";

    public const string MissingDependency = "Nothing produces '{0}' for {1}. {2}.";

    public const string Cycle =
        "Each of these stages needs the next, so that none can start: {0}. Remove one of the dependencies.";

    public const string SelfDependency = "Stage '{0}' needs itself: {1}";

    public const string AmbiguousProducer = "Several produce '{0}' for {1}: {2}. {3}.";

    public const string DuplicateStage =
        "Several stages have the name '{0}': {1}. Rename a method, or give it a name with [Stage(Name = ...)].";

    public const string UnknownProducer = "[From] on {0} names '{1}', which {2}";

    public const string ProducerOfWrongType =
        "[From] on {0} names '{1}', which {2} where '{3}' is needed. Name a producer of '{3}', or change the type.";

    public const string UnknownPredecessor = "[After] on stage '{0}' names '{1}', which {2}";

    public const string AsynchronousStageBehindSynchronousEntryPoint =
        "Entry point '{0}' is synchronous, but it runs stage '{1}', which {2}: {3}. Return '{4}', or {5}.";

    public const string UnsupportedStageSignature = "'{0}' cannot be a stage: {1}";

    public const string UnsupportedEntryPointSignature = "'{0}' cannot be an entry point: {1}";

    public const string UnusedStage = "No entry point runs stage '{0}': {1}";

    public const string UnusedInput = "Nothing in '{0}' takes its input '{1}': {2}";

    public const string TaskParameter =
        "Parameter '{1}' of stage '{0}' takes a task, while a stage is given what a task produces. Use '{2}' instead.";

    public const string InaccessibleStage =
        "The pipeline cannot call stage '{0}' of '{1}'. Make the method, and the types in its signature, accessible to it.";

    public const string SourceWithoutStages =
        "[Stages] on '{0}' does nothing, as '{1}' has no stage. Mark its methods with [Stage], or remove the attribute.";

    public const string SourceParameterAlsoStored =
        "Parameter '{0}' is a source of stages and initialises a member as well, so that it is kept twice. Put [Stages] on that member instead.";

    public const string NothingToRun =
        "Entry point '{0}' has no output and no effect to run: {1}. Return an output, or add a stage that returns nothing.";

    public const string UnknownEntryPoint =
        "Only on stage '{0}' names '{1}', which is no entry point of the pipeline. It has {2}.";

    public const string NullableValue = "{0} goes from {1} to {2}, which takes {3}. {4}.";

    public const string UnsupportedPipelineType = "'{0}' cannot be a pipeline: {1}";

    public const string AmbiguousName = "'{0}' in {1} fits several: {2}. Write its unique name, such as '{3}'.";

    public const string InstanceStageBehindStaticEntryPoint =
        "Entry point '{0}' is static, but it runs stage '{1}', which needs an instance: {2}. Remove 'static' from '{0}', or {3}.";

    public const string OnlyOnProducer =
        "Only on stage '{0}' does nothing, as the stage produces '{1}' and runs wherever that is needed. Remove it.";

    public const string OutputMayBeAbsent = "There may be no value for {0}: {1}. {2}.";

    public const string UnknownCondition = "A condition of stage '{0}' names '{1}', which {2}";

    public const string InvalidCondition = "The condition '{1}' of stage '{0}' cannot be used: {2}";

    public const string ConditionNeverHolds =
        "Stage '{0}' can never run: {1}. Correct the conditions, or remove the stage.";

    public const string MergeSourceNeverTaken = "'{1}' is never taken for {0}, as {2}. {3}.";

    public const string UnhandledRouteValue =
        "No stage runs where '{0}' is {1}. Add {2}, or one for the rest with [Otherwise(nameof({3}))].";

    public const string EachWithoutCollection =
        "[Each] on {0} takes the elements of a collection, such as '{1}', but {2}. {3}.";

    public const string SingleResultOfEach =
        "One '{1}' is needed for {0}, while stage '{2}', which runs for each element, produces several. {3}.";

    public const string SharedStream =
        "The stream '{1}' of {0} can be read only once, but {2} take it. Let one of them take it, or collect its items in a stage first.";

    public const string InvalidEach = "[{0}] on {1} cannot be used: {2}";

    public const string HiddenCallRequirement =
        "Stage '{0}' is marked [{1}], and entry point '{2}', which runs it, is not, so that its callers do not learn of it. Mark '{2}' with [{1}] too.";

    public const string MixedResultForms =
        "Stage '{0}' runs for each element, and its results are taken in several forms: {1}. Let all take them in one form.";

    public const string InvalidSource = "[Stages] on '{0}' cannot be used: {1}";

    public const string UntouchedInput =
        "Nothing is done to input '{1}' on its way to {0}, as no stage produces '{2}'. {3}.";

    public const string TupleElementsMoved =
        "The elements of a tuple are taken by place, not by name: {0} gives {1}, and {2} takes '{3}', so that '{4}' gets the value of '{5}'. Put the elements in the same order, or give them other names.";

    public const string CompilerFault =
        "Pipeline '{0}' was not compiled because of a fault in Sluice. Please report it, with the source of the pipeline, at https://github.com/sluice-dotnet/sluice/issues. {1} threw {2}: {3}.";

    /// <summary>What the analyzer says where only the generator, which sees less, found an error.</summary>
    public const string NeedsOtherGenerator =
        "Pipeline '{0}' needs what another generator adds, and generators do not see each other's output, so declare it in source or in another project; without it, {1}: {2}";
}
