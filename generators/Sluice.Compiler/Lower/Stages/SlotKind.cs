namespace Sluice.Compiler.Lower;

/// <summary>The content of a slot.</summary>
internal enum SlotKind
{
    /// <summary>The output.</summary>
    Output,

    /// <summary>The reason for which there is no output.</summary>
    Skipped,

    /// <summary>The exception with which the stage failed, if the run goes on.</summary>
    Failure,

    /// <summary>The failure of the nested run that the stage is.</summary>
    Nested,

    /// <summary>The time at which the stage started, or 1.</summary>
    Started,

    /// <summary>The time at which the stage ended.</summary>
    Stopped,

    /// <summary>The awaiter of the stage's task.</summary>
    Awaiter,

    /// <summary>The delegate that starts the stage on the thread pool.</summary>
    Start,

    /// <summary>The delegate that the stage's task calls at its end.</summary>
    Ended,

    /// <summary>The number of predecessors that the stage still waits for.</summary>
    Waiting,

    /// <summary>The sources of a merge that have settled.</summary>
    Merge,

    /// <summary>Whether a guard or a decision has stages run again.</summary>
    Repeats,

    /// <summary>The attempts of a guard.</summary>
    Attempts,

    /// <summary>The rounds of a loop, with the value that it carries.</summary>
    Loop,
}
