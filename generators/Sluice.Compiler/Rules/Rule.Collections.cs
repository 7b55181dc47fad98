namespace Sluice.Compiler.Rules;

/// <content>Rules about collections and streams.</content>
internal sealed partial class Rule
{
    /// <summary><c>[Each]</c> is on a parameter for which there is no suitable collection.</summary>
    public static readonly Rule EachWithoutCollection = Error(
        32,
        title: "[Each] without a collection",
        message: "[Each] on {0} takes the elements of a collection, such as '{1}', but {2}. {3}.",
        description: "[Each] takes the elements of a collection, but there is only a single value, or a collection that is nested to a different depth."
    );

    /// <summary>A parameter or an output takes a single result of a stage that runs for each element.</summary>
    public static readonly Rule SingleResultOfEach = Error(
        33,
        title: "Single result of a stage that runs for each element",
        message: "One '{1}' is needed for {0}, but stage '{2}' runs for each element and produces several. {3}.",
        description: "A stage that runs for each element produces one result for each. A stage can take all of them, or one at a time with [Each]. An output takes all of them."
    );

    /// <summary>A stream has several consumers.</summary>
    public static readonly Rule SharedStream = Error(
        34,
        title: "A stream has several consumers",
        message: "The stream '{1}' of {0} can be read only once, but {2} take it. Let only one of them take it, or collect its items in a stage first.",
        description: "A stream is read once, while it is produced. Only one parameter or output can take it."
    );

    /// <summary><c>[Each]</c>, <c>[All]</c> or <c>[Buffer]</c> is used in a way that has no meaning.</summary>
    public static readonly Rule InvalidEach = Error(
        35,
        title: "[Each], [All] or [Buffer] cannot be used here",
        message: "[{0}] on {1} cannot be used: {2}",
        description: "[Each] applies to one parameter of a stage, [All] to a parameter that is a list, and [Buffer] to one that takes a stream."
    );

    /// <summary><c>[All]</c> is on a parameter for which no stage produces a value.</summary>
    public static readonly Rule NothingToCollect = Error(
        73,
        title: "[All] finds nothing to collect",
        message: "[All] on {0} collects every '{1}' that a stage produces, but no other stage produces one. Add such a stage, or remove the parameter.",
        description: "[All] collects the values of the stages whose output is, or converts to, the type of the elements. Inputs, collections and the stage itself do not count."
    );

    /// <summary>
    /// Receivers take the results of a stage that runs for each element in different forms: as values, optionals or
    /// outcomes.
    /// </summary>
    public static readonly Rule MixedResultForms = Error(
        36,
        title: "The results of a stage are taken in several forms",
        message: "Stage '{0}' runs for each element, and its results are taken in several forms: {1}. Let all take them in one form.",
        description: "The results of a stage that runs for each element are one list, either of values, of optionals or of outcomes."
    );
}
