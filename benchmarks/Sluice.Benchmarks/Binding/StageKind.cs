namespace Sluice.Benchmarks.Binding;

/// <summary>The kinds of stages that measured pipelines consist of.</summary>
internal enum StageKind
{
    /// <summary>Awaits the store, and returns a record.</summary>
    Asynchronous,

    /// <summary>Returns a record at once.</summary>
    Synchronous,

    /// <summary>An asynchronous stage with a retry and a timeout.</summary>
    Retried,

    /// <summary>An asynchronous stage with a circuit breaker.</summary>
    Guarded,

    /// <summary>An asynchronous stage with a fallback.</summary>
    FallingBack,

    /// <summary>An asynchronous stage whose values are cached.</summary>
    Cached,

    /// <summary>An asynchronous stage of which few calls may be under way.</summary>
    Limited,

    /// <summary>Returns the bool that the next stage depends on.</summary>
    Condition,

    /// <summary>An asynchronous stage that runs if the stage before it returned true.</summary>
    Conditional,

    /// <summary>Returns a list of records.</summary>
    List,

    /// <summary>An asynchronous stage that runs for each record that the stage before it listed.</summary>
    Element,

    /// <summary>Awaits the store, and returns nothing.</summary>
    AsynchronousEffect,

    /// <summary>Returns nothing, at once.</summary>
    SynchronousEffect,
}
