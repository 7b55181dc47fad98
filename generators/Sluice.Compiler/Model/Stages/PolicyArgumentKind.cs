namespace Sluice.Compiler.Model;

/// <summary>What kind of thing a parameter of a method that a policy names gets.</summary>
internal enum PolicyArgumentKind
{
    /// <summary>What a parameter of the stage got.</summary>
    StageParameter,

    /// <summary>The stage's output.</summary>
    Output,

    /// <summary>The exception that the stage, or the run, failed with.</summary>
    Exception,

    /// <summary>A token.</summary>
    CancellationToken,

    /// <summary>The stage's context.</summary>
    StageContext,
}
