namespace Sluice.Compiler.Lower;

/// <summary>How the elements of a collection follow one another.</summary>
internal enum ElementExecution
{
    /// <summary>One after the other on the calling thread.</summary>
    InTurn,

    /// <summary>Several at once, with a call that returns its result.</summary>
    SeveralSynchronous,

    /// <summary>Several at once, with a call that returns a task.</summary>
    SeveralAsynchronous,
}
