namespace Sluice.Compiler.Lower;

/// <summary>Where a run finds the token with which its caller cancels it.</summary>
internal enum RunCanceller
{
    /// <summary>The caller cannot cancel the run, or the reader of its stream takes care of it.</summary>
    None,

    /// <summary>The parameter of the entry point, which the run object keeps.</summary>
    Caller,

    /// <summary>The parameter on the stack. The run object asks the scope, since its own token ends at the deadline too.</summary>
    CallerOrScope,

    /// <summary>The scope of the run.</summary>
    Scope,

    /// <summary>The events of the run, which has no scope.</summary>
    Events,

    /// <summary>The object that hands over the stream.</summary>
    Stream,
}
