namespace Sluice.FunctionalTests.Shapes;

/// <summary>
/// The ways in which entry points are compiled, and those in which their stages complete. Whatever they are, what a run does is the
/// same.
/// </summary>
public enum Shape
{
    /// <summary>All is synchronous.</summary>
    StraightLine,

    /// <summary>All stages are synchronous; the entry point returns a task.</summary>
    StraightLineTask,

    /// <summary>Nothing is returned, and all is synchronous.</summary>
    StraightLineEffect,

    /// <summary>Stages are asynchronous, one after the other, and complete at once.</summary>
    SequentialAtOnce,

    /// <summary>Stages are asynchronous, one after the other, and suspended.</summary>
    SequentialSuspended,

    /// <summary>The same, for an entry point that returns a <see cref="Task{TResult}"/>.</summary>
    SequentialTask,

    /// <summary>The same, for an entry point without an output.</summary>
    SequentialEffect,

    /// <summary>Asynchronous stages overlap and complete at once.</summary>
    ConcurrentAtOnce,

    /// <summary>Asynchronous stages overlap and are suspended.</summary>
    ConcurrentSuspended,

    /// <summary>All is synchronous, and the entry point does not throw.</summary>
    Result,

    /// <summary>Stages are asynchronous, one after the other, complete at once, and the entry point does not throw.</summary>
    ResultSequentialAtOnce,

    /// <summary>Stages are asynchronous, one after the other, suspended, and the entry point does not throw.</summary>
    ResultSequentialSuspended,

    /// <summary>Asynchronous stages overlap, complete at once, and the entry point does not throw.</summary>
    ResultConcurrentAtOnce,

    /// <summary>Asynchronous stages overlap, are suspended, and the entry point does not throw.</summary>
    ResultConcurrentSuspended,

    /// <summary>The entry point streams; stages complete at once.</summary>
    StreamedAtOnce,

    /// <summary>The entry point streams; stages are suspended.</summary>
    StreamedSuspended,

    /// <summary>The pipeline is static, and all is synchronous.</summary>
    StaticStraightLine,

    /// <summary>The pipeline is static, and stages are suspended.</summary>
    StaticSuspended,

    /// <summary>The pipeline is generic, and all is synchronous.</summary>
    GenericStraightLine,

    /// <summary>The pipeline is generic, and stages are suspended.</summary>
    GenericSuspended,

    /// <summary>All is synchronous, and a failure lets the rest finish.</summary>
    ContinuedStraightLine,

    /// <summary>Asynchronous stages overlap and are suspended, and a failure lets the rest finish.</summary>
    ContinuedSuspended,

    /// <summary>More stages than one method has, all synchronous.</summary>
    LongStraightLine,

    /// <summary>More stages than one method has, asynchronous ones one after the other, complete at once.</summary>
    LongSequentialAtOnce,

    /// <summary>More stages than one method has, asynchronous ones one after the other, suspended.</summary>
    LongSequentialSuspended,

    /// <summary>More stages than one method has; asynchronous ones overlap and complete at once.</summary>
    LongConcurrentAtOnce,

    /// <summary>More stages than one method has; asynchronous ones overlap and are suspended.</summary>
    LongConcurrentSuspended,
}
