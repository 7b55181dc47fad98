namespace Sluice.Compiler.Rules;

/// <content>Rules about the values that stages and entry points take and provide.</content>
internal sealed partial class Rule
{
    /// <summary>A parameter or an output has no producer.</summary>
    public static readonly Rule MissingDependency = Error(
        3,
        title: "Nothing produces a needed value",
        message: "Nothing produces '{0}' for {1}. {2}.",
        description: "Each parameter of a stage and each output of an entry point needs a stage or an input that produces its type."
    );

    /// <summary>Stages wait for each other in a cycle.</summary>
    public static readonly Rule Cycle = Error(
        4,
        title: "Stages depend on each other in a cycle",
        message: "Each of these stages needs the next, so none can start: {0}. Remove one of the dependencies{1}.",
        description: "A stage starts when everything that it needs is available. Stages that need each other in a cycle never start."
    );

    /// <summary>A stage needs its own output.</summary>
    public static readonly Rule SelfDependency = Error(
        5,
        title: "Stage needs itself",
        message: "Stage '{0}' needs itself: {1}",
        description: "A stage cannot take its own output or come after itself."
    );

    /// <summary>Several producers have the type, and no name selects one.</summary>
    public static readonly Rule AmbiguousProducer = Error(
        6,
        title: "Several producers fit",
        message: "Several stages or inputs produce '{0}' for {1}: {2}. {3}.",
        description: "If several stages or inputs produce the type and none has the parameter's name, the compiler reports an error instead of guessing."
    );

    /// <summary>Two stages of one source have the same name.</summary>
    public static readonly Rule DuplicateStage = Error(
        7,
        title: "Two stages have the same name",
        message: "Several stages have the name '{0}': {1}. Rename a method, or give it a name with [Stage(Name = ...)].",
        description: "A stage is identified by its name within its class, so each name must be unique."
    );

    /// <summary><c>[From]</c> names something that is not a producer.</summary>
    public static readonly Rule UnknownProducer = Error(
        8,
        title: "[From] names no producer",
        message: "[From] on {0} names '{1}', which {2}",
        description: "The name in [From] must be that of a stage of the pipeline or of an input of the entry point."
    );

    /// <summary><c>[From]</c> names a producer of another type.</summary>
    public static readonly Rule ProducerOfWrongType = Error(
        9,
        title: "[From] names a producer of another type",
        message: "[From] on {0} names '{1}', which {2}, but '{3}' is needed. Name a producer of '{3}', or change the type.",
        description: "The producer that [From] names must produce the needed type, or a type that converts to it by an implicit reference conversion."
    );

    /// <summary><c>[After]</c> names something that is not a stage.</summary>
    public static readonly Rule UnknownPredecessor = Error(
        10,
        title: "[After] names no stage",
        message: "[After] on stage '{0}' names '{1}', which {2}",
        description: "The names in [After] must be those of stages of the pipeline."
    );

    /// <summary>A synchronous entry point runs an asynchronous stage.</summary>
    public static readonly Rule AsynchronousStageBehindSynchronousEntryPoint = Error(
        11,
        title: "Synchronous entry point runs an asynchronous stage",
        message: "Entry point '{0}' is synchronous, but it runs stage '{1}', which {2}: {3}. Return '{4}', or {5}.",
        description: "An entry point that returns its output directly cannot wait, so every stage that it runs must be synchronous."
    );

    /// <summary>An entry point without output has no effect to run.</summary>
    public static readonly Rule NothingToRun = Error(
        19,
        title: "Entry point has nothing to run",
        message: "Entry point '{0}' has no output and no effect to run: {1}. Return an output, or add a stage that returns nothing.",
        description: "An entry point without an output runs effects: stages that return nothing. None of them can run with the inputs of this entry point."
    );

    /// <summary>A value that may be null goes to a parameter or an output that does not accept null.</summary>
    public static readonly Rule NullableValue = Warning(
        21,
        title: "A value that may be null goes to a receiver that does not accept null",
        message: "{0} goes from {1} to {2}, which takes {3}. {4}.",
        description: "The producer's type allows null, but the type of the parameter or output does not."
    );

    /// <summary>A name in <c>[From]</c> or <c>[After]</c> is ambiguous.</summary>
    public static readonly Rule AmbiguousName = Error(
        23,
        title: "A name fits several producers",
        message: "'{0}' in {1} is ambiguous between {2}. Write a unique name, such as '{3}'.",
        description: "The name fits several stages or inputs. Each of them also has a name that is unique in the pipeline."
    );

    /// <summary>A pipeline contains itself, so its runs could start each other endlessly.</summary>
    public static readonly Rule RecursivePipeline = Error(
        37,
        title: "Pipeline is nested in itself",
        message: "Pipeline '{0}' is nested in itself: {1}. Its runs could start one another without end. Remove one of these [Stages] members, or move the stages that both need to a class of their own.",
        description: "A pipeline whose [Stages] members lead back to it could start its own runs without end."
    );

    /// <summary>An entry point has an unused input.</summary>
    public static readonly Rule UnusedInput = Warning(
        45,
        title: "Entry point does not use an input",
        message: "Entry point '{0}' does not use its input '{1}': {2}",
        description: "An input that no stage, condition or output of the entry point takes has no effect. The usual reason is a parameter of a different type."
    );

    /// <summary>An entry point returns an unchanged input without an indication that this is intended.</summary>
    public static readonly Rule UntouchedInput = Warning(
        48,
        title: "Entry point returns its input unchanged",
        message: "Input '{1}' is returned unchanged as {0} because no stage produces '{2}'. {3}.",
        description: "If an entry point returns an input unchanged, the usual reason is a method that is not marked with [Stage]."
    );

    /// <summary>
    /// A tuple has elements with the same names as those of the tuple that takes its value, but at other positions.
    /// </summary>
    public static readonly Rule TupleElementsMoved = Warning(
        49,
        title: "Elements of a tuple have their names at other positions",
        message: "The elements of a tuple are matched by position, not by name: {0} provides {1}, but {2} takes '{3}', so '{4}' gets the value of '{5}'. Put the elements in the same order, or give them other names.",
        description: "Binding ignores the names of a tuple's elements, as C# does. The same names in a different order are a mistake that the types do not show."
    );
}
