namespace Sluice.Compiler.Model;

/// <summary>The origin of an argument for a method that a policy names.</summary>
internal enum PolicyArgumentKind
{
    /// <summary>The argument of one of the stage's parameters.</summary>
    StageParameter,

    /// <summary>The stage's output.</summary>
    Output,

    /// <summary>The exception that the stage, or the run, failed with.</summary>
    Exception,

    /// <summary>A cancellation token.</summary>
    CancellationToken,

    /// <summary>The stage's context.</summary>
    StageContext,
}
