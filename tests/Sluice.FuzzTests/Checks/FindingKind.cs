namespace Sluice.FuzzTests.Checks;

/// <summary>The ways in which the compiler may fail on a variant.</summary>
internal enum FindingKind
{
    /// <summary>The generator throws.</summary>
    GeneratorThrows,

    /// <summary>The analyzer throws.</summary>
    AnalyzerThrows,

    /// <summary>A step of the compiler throws, which stays with the pipeline.</summary>
    CompilerFault,

    /// <summary>A code fix throws.</summary>
    FixThrows,

    /// <summary>A code fix makes text that cannot be parsed of text that can.</summary>
    FixBreaksSyntax,

    /// <summary>The compiler does not come to an end.</summary>
    Hangs,

    /// <summary>The generator does far more than for the program that the variant is made of.</summary>
    CostsTooMuch,

    /// <summary>What is emitted has an error, though nobody has said that the program has one.</summary>
    EmittedError,

    /// <summary>What is emitted has an error beside those that the rules report.</summary>
    EmittedErrorBesideRule,

    /// <summary>What is emitted has an error beside those of C# in the user's own file.</summary>
    RepeatedError,

    /// <summary>What is emitted has a warning, in a program without errors.</summary>
    EmittedWarning,

    /// <summary>A pipeline is emitted as broken, and the build passes.</summary>
    BrokenIsGreen,

    /// <summary>A driver that has compiled the variants before gives something else than a new one.</summary>
    IncrementalDiffers,
}
