namespace Sluice.Compiler.Bind;

/// <summary>The kind of result of a search for a producer.</summary>
internal enum ResolutionKind
{
    /// <summary>Exactly one producer was found.</summary>
    Bound,

    /// <summary>No producer has the type.</summary>
    Missing,

    /// <summary>Only the stage itself has the type, or the stage names itself.</summary>
    Itself,

    /// <summary>Several producers have the type.</summary>
    Ambiguous,

    /// <summary>The name does not exist in the pipeline.</summary>
    UnknownName,

    /// <summary>The name is that of an input that only other entry points have.</summary>
    InputOfOthers,

    /// <summary>The name fits several producers.</summary>
    AmbiguousName,

    /// <summary>The named producer has another type.</summary>
    WrongType,

    /// <summary>A merge names the same producer twice.</summary>
    NamedTwice,

    /// <summary>A merge whose elements are taken names a collection of another type than its first source.</summary>
    OtherCollection,

    /// <summary>
    /// Elements are taken, but the producer provides a single element or a collection of another depth.
    /// </summary>
    NoCollection,

    /// <summary>The value that is taken is a single result of a stage that runs for each element.</summary>
    OneOfResults,

    /// <summary>No stage provides a value for a list that collects values.</summary>
    NothingToCollect,
}
