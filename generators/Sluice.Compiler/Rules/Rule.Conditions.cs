namespace Sluice.Compiler.Rules;

/// <content>Rules about conditions and values that may be absent.</content>
internal sealed partial class Rule
{
    /// <summary>An output may be absent but has no optional form.</summary>
    public static readonly Rule OutputMayBeAbsent = Error(
        26,
        title: "Output may be absent",
        message: "There may be no value for {0}: {1}. {2}.",
        description: "An output that a condition, an optional value or a handled failure may leave without a value has to say so in its type."
    );

    /// <summary>A condition names something that does not exist.</summary>
    public static readonly Rule UnknownCondition = Error(
        27,
        title: "A condition names nothing",
        message: "A condition of stage '{0}' names '{1}', which {2}",
        description: "A condition names a stage, an input of the entry point, or a method beside the stage that returns bool."
    );

    /// <summary>
    /// A condition names something without a comparable value, or compares it with a constant of another type.
    /// </summary>
    public static readonly Rule InvalidCondition = Error(
        28,
        title: "A condition cannot be decided",
        message: "The condition '{1}' of stage '{0}' cannot be used: {2}",
        description: "A condition compares a bool, an enum, a string or an int with constants of the same type."
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
        title: "Source of a merge is never taken",
        message: "'{1}' is never taken for {0}, as {2}. {3}.",
        description: "A merge takes the first of its sources that has a value. A source before this one has a value wherever this one has."
    );

    /// <summary>No stage runs for a value of a route.</summary>
    public static readonly Rule UnhandledRouteValue = Warning(
        31,
        title: "No stage runs for a value of a route",
        message: "No stage runs where '{0}' is {1}. Add {2}, or one for the rest with [Otherwise(nameof({3}))].",
        description: "The stages that branch by an enum should cover every one of its members."
    );
}
