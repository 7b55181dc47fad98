namespace Sluice.Compiler.Model;

/// <summary>Where the value of a stage's parameter comes from.</summary>
internal enum ParameterKind
{
    /// <summary>From the stage or input that produces its type.</summary>
    Dependency,

    /// <summary>It is the run's <c>CancellationToken</c>.</summary>
    CancellationToken,

    /// <summary>It is the <c>StageContext</c>.</summary>
    StageContext,

    /// <summary>It is the <c>RunContext</c>.</summary>
    RunContext,
}
