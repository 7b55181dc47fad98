namespace Sluice.FuzzTests.Harness;

/// <summary>A mistake of a compiler under test.</summary>
public enum Mistake
{
    None,
    GeneratorThrows,
    GeneratorHangs,
    GeneratorAllocates,
    GeneratorRemembers,
    EmitsError,
    EmitsWarning,
    EmitsBrokenBody,
    AnalyzerThrows,
    FixThrows,
    FixBreaksSyntax,
}
