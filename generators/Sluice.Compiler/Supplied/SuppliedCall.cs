namespace Sluice.Compiler.Supplied;

/// <summary>The call of a stage for which the argument of a supplied parameter is written.</summary>
/// <param name="Stage">The index of the stage in reports.</param>
/// <param name="Token">The expression of the token that the stage gets.</param>
/// <param name="Scope">The expression of the run's scope.</param>
/// <param name="Context">The expression of the stage's context.</param>
/// <param name="TypeName">The type of the parameter as code writes it, without the annotation for null.</param>
/// <param name="MayBeNull">Whether the parameter accepts null.</param>
/// <param name="IsNestedRun">Whether the stage is an entry point of a nested pipeline.</param>
internal sealed record SuppliedCall(
    string Stage,
    string Token,
    string Scope,
    string Context,
    string TypeName,
    bool MayBeNull,
    bool IsNestedRun
);
