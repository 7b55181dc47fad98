namespace Sluice.Compiler.Rules;

/// <content>Rules about loops.</content>
internal sealed partial class Rule
{
    /// <summary>A stage returns the answer of a decision but has no <c>[Loop]</c>.</summary>
    public static readonly Rule DecisionWithoutLoop = Error(
        60,
        title: "Stage returns the answer of a loop without [Loop]",
        message: "Stage '{0}' returns '{1}', which decides a loop, but has no [Loop]. Add [Loop(MaxRounds = ...)], or return the result itself.",
        description: "A stage that decides a loop says with [Loop] how many rounds the loop may have, so that every run ends."
    );

    /// <summary><c>[Carried]</c> or <c>[Loop]</c> names no loop or stage, or fits several loops.</summary>
    public static readonly Rule InvalidLoopReference = Error(
        61,
        title: "Attribute of a loop refers to nothing",
        message: "{0} is not valid: {1}",
        description: "[Carried] belongs to exactly one loop whose carried value fits the parameter, and the names in [Loop] are those of stages."
    );

    /// <summary>Nothing gives the first value that a loop carries.</summary>
    public static readonly Rule NoFirstValue = Error(
        62,
        title: "Loop has no first value",
        message: "Loop '{0}' carries a '{1}' but has no first one: {2}",
        description: "A loop takes its first carried value as a parameter of that type would, from outside of its body."
    );

    /// <summary>A value of a loop's body is taken outside of the body.</summary>
    public static readonly Rule LoopValueOutside = Error(
        63,
        title: "Value of a loop's body is taken outside",
        message: "{0} takes the value of '{1}', which runs in each round of loop '{2}'. Outside of the loop, only its result is seen. Return what is needed as a part of the result.",
        description: "The stages of a loop's body have a value for each round. Outside of the body, only the result of the loop has one value."
    );

    /// <summary>A stage that belongs to a loop does not lead to its decision, or the decision is alone.</summary>
    public static readonly Rule StageWithoutWayToDecision = Error(
        64,
        title: "Stage of a loop does not lead to its decision",
        message: "Stage '{0}' belongs to loop '{1}', but {2}",
        description: "The body of a loop consists of the stages between those that take the carried value and the decision."
    );

    /// <summary>The bodies of two loops, or a body and the stages that a guard repeats, overlap in part.</summary>
    public static readonly Rule LoopsOverlap = Error(
        65,
        title: "Loops overlap",
        message: "Loop '{0}' overlaps in part with {1}: '{2}' belongs to both. Let one contain the other completely.",
        description: "Two loops are nested or have no stage in common; otherwise a round of one would begin in the middle of a round of the other."
    );

    /// <summary>A round may end without a decision.</summary>
    public static readonly Rule DecisionMayBeSkipped = Error(
        66,
        title: "Round may end without a decision",
        message: "Stage '{0}' decides a loop, but {1} decides in each round whether it runs. {2}",
        description: "A round that makes no decision would end the loop without a result. Whether a loop runs depends only on what is decided outside of it."
    );

    /// <summary>A stage of a body takes the first value of the loop without saying so.</summary>
    public static readonly Rule FirstValueInBody = Error(
        67,
        title: "Stage of a loop takes the first value in each round",
        message: "{0} takes '{1}', the first value of loop '{2}', in each round. {3}",
        description: "A stage of a loop's body that takes the type of the carried value usually means the carried value."
    );

    /// <summary>A stream crosses the rounds of a loop.</summary>
    public static readonly Rule StreamAcrossRounds = Error(
        68,
        title: "Stream is read in several rounds",
        message: "{0}, which can be read only once, but loop '{1}' has several rounds. {2}",
        description: "A stream is made and read in one round. It is never a carried value, a first value or the result of a loop."
    );
}
