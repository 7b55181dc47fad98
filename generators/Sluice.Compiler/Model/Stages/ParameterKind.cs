namespace Sluice.Compiler.Model;

/// <summary>The origin of the value of a stage's parameter.</summary>
internal enum ParameterKind
{
    /// <summary>The stage or input that produces the type.</summary>
    Dependency,

    /// <summary>The run's <c>CancellationToken</c>.</summary>
    CancellationToken,

    /// <summary>The stage's <c>StageContext</c>.</summary>
    StageContext,

    /// <summary>The run's <c>RunContext</c>.</summary>
    RunContext,
}
