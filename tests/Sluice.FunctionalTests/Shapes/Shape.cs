namespace Sluice.FunctionalTests.Shapes;

/// <summary>
/// The ways in which entry points are compiled, combined with the ways in which their stages complete. A run behaves the same in all
/// of them.
/// </summary>
public enum Shape
{
    /// <summary>All stages are synchronous.</summary>
    StraightLine,

    /// <summary>All stages are synchronous, and the entry point returns a task.</summary>
    StraightLineTask,

    /// <summary>All stages are synchronous, and the entry point returns nothing.</summary>
    StraightLineEffect,

    /// <summary>Asynchronous stages run one after the other and complete at once.</summary>
    SequentialAtOnce,

    /// <summary>Asynchronous stages run one after the other and suspend.</summary>
    SequentialSuspended,

    /// <summary>
    /// Asynchronous stages run one after the other and suspend, and the entry point returns a <see cref="Task{TResult}"/>.
    /// </summary>
    SequentialTask,

    /// <summary>Asynchronous stages run one after the other and suspend, and the entry point has no output.</summary>
    SequentialEffect,

    /// <summary>Asynchronous stages overlap and complete at once.</summary>
    ConcurrentAtOnce,

    /// <summary>Asynchronous stages overlap and suspend.</summary>
    ConcurrentSuspended,

    /// <summary>All stages are synchronous, and the entry point does not throw.</summary>
    Result,

    /// <summary>Asynchronous stages run one after the other and complete at once, and the entry point does not throw.</summary>
    ResultSequentialAtOnce,

    /// <summary>Asynchronous stages run one after the other and suspend, and the entry point does not throw.</summary>
    ResultSequentialSuspended,

    /// <summary>Asynchronous stages overlap and complete at once, and the entry point does not throw.</summary>
    ResultConcurrentAtOnce,

    /// <summary>Asynchronous stages overlap and suspend, and the entry point does not throw.</summary>
    ResultConcurrentSuspended,

    /// <summary>The entry point streams, and the stages complete at once.</summary>
    StreamedAtOnce,

    /// <summary>The entry point streams, and the stages suspend.</summary>
    StreamedSuspended,

    /// <summary>The pipeline is static, and all stages are synchronous.</summary>
    StaticStraightLine,

    /// <summary>The pipeline is static, and the stages suspend.</summary>
    StaticSuspended,

    /// <summary>The pipeline is generic, and all stages are synchronous.</summary>
    GenericStraightLine,

    /// <summary>The pipeline is generic, and the stages suspend.</summary>
    GenericSuspended,

    /// <summary>All stages are synchronous, and the run continues after a failure.</summary>
    ContinuedStraightLine,

    /// <summary>Asynchronous stages overlap and suspend, and the run continues after a failure.</summary>
    ContinuedSuspended,

    /// <summary>There are more stages than fit in one method, and all are synchronous.</summary>
    LongStraightLine,

    /// <summary>There are more stages than fit in one method. Asynchronous stages run one after the other and complete at once.</summary>
    LongSequentialAtOnce,

    /// <summary>There are more stages than fit in one method. Asynchronous stages run one after the other and suspend.</summary>
    LongSequentialSuspended,

    /// <summary>There are more stages than fit in one method. Asynchronous stages overlap and complete at once.</summary>
    LongConcurrentAtOnce,

    /// <summary>There are more stages than fit in one method. Asynchronous stages overlap and suspend.</summary>
    LongConcurrentSuspended,
}
