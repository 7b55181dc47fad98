namespace Sluice.Compiler.Rules;

/// <content>Rules about conditions and values that may be absent.</content>
internal sealed partial class Rule
{
    /// <summary>An output may be absent but has no optional form.</summary>
    public static readonly Rule OutputMayBeAbsent = Error(
        26,
        title: "Output may be absent",
        message: "There may be no value for {0}: {1}. {2}.",
        description: "If a condition, an optional value or a handled failure may leave an output without a value, the type of the output must allow that."
    );

    /// <summary>A condition names something that does not exist.</summary>
    public static readonly Rule UnknownCondition = Error(
        27,
        title: "A condition names something that does not exist",
        message: "A condition of stage '{0}' names '{1}', which {2}",
        description: "A condition must name a stage, an input of the entry point, or a method in the class of the stage that returns bool."
    );

    /// <summary>
    /// A condition names something without a comparable value, or compares it with a constant of another type.
    /// </summary>
    public static readonly Rule InvalidCondition = Error(
        28,
        title: "A condition cannot be evaluated",
        message: "The condition '{1}' of stage '{0}' cannot be used: {2}",
        description: "A condition compares a bool, an enum, a string or an int with constants of the same type, or an object with types."
    );

    /// <summary>A stage's conditions can never all hold.</summary>
    public static readonly Rule ConditionNeverHolds = Warning(
        29,
        title: "Stage can never run",
        message: "Stage '{0}' can never run: {1}. Correct the conditions, or remove the stage.",
        description: "The conditions of the stage, together with those of the stages that it needs, contradict each other."
    );

    /// <summary>
    /// A source of a merge is never taken, because an earlier source always has a value when it has one.
    /// </summary>
    public static readonly Rule MergeSourceNeverTaken = Warning(
        30,
        title: "Source of a merge is never used",
        message: "'{1}' is never used for {0} because {2}. {3}.",
        description: "A merge takes the first of its sources that has a value. An earlier source has a value whenever this one has."
    );

    /// <summary>No stage runs for a value of a route.</summary>
    public static readonly Rule UnhandledRouteValue = Warning(
        31,
        title: "No stage runs for a value of a route",
        message: "No stage runs if '{0}' is {1}. Add {2}, or one for the rest with [Otherwise(nameof({3}))].",
        description: "The stages that branch by an enum should cover every one of its members, and those that branch by type every class."
    );
}
