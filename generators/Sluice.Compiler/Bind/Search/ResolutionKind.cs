namespace Sluice.Compiler.Bind;

/// <summary>How the search for a producer ended.</summary>
internal enum ResolutionKind
{
    /// <summary>It found the one.</summary>
    Bound,

    /// <summary>Nothing has the type.</summary>
    Missing,

    /// <summary>Only the stage itself has the type, or the stage names itself.</summary>
    Itself,

    /// <summary>Several have the type.</summary>
    Ambiguous,

    /// <summary><c>[From]</c> names what is nowhere in the pipeline.</summary>
    UnknownName,

    /// <summary><c>[From]</c> names an input that other entry points have, and this one has not.</summary>
    InputOfOthers,

    /// <summary>The name in <c>[From]</c> fits several.</summary>
    AmbiguousName,

    /// <summary>What <c>[From]</c> names has another type.</summary>
    WrongType,

    /// <summary>A merge names a producer that it names already.</summary>
    NamedTwice,

    /// <summary>A merge whose elements are asked for names a collection of another type than the first.</summary>
    OtherCollection,

    /// <summary>Elements are asked for, and there is a producer of one, but no collection of them; or one too deep or too flat.</summary>
    NoCollection,

    /// <summary>What is asked for is one of the results of a stage that runs for each element.</summary>
    OneOfResults,
}
