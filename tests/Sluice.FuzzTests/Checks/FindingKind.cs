namespace Sluice.FuzzTests.Checks;

/// <summary>The ways in which the compiler can fail on a variant.</summary>
internal enum FindingKind
{
    /// <summary>The generator throws.</summary>
    GeneratorThrows,

    /// <summary>The analyzer throws.</summary>
    AnalyzerThrows,

    /// <summary>A step of the compiler throws, and the exception is reported as an error of the pipeline.</summary>
    CompilerFault,

    /// <summary>A code fix throws.</summary>
    FixThrows,

    /// <summary>A code fix turns text that can be parsed into text that cannot.</summary>
    FixBreaksSyntax,

    /// <summary>The compiler does not finish.</summary>
    Hangs,

    /// <summary>The generator does far more work than for the unchanged program.</summary>
    CostsTooMuch,

    /// <summary>The emitted code has an error although no error was reported for the program.</summary>
    EmittedError,

    /// <summary>The emitted code has an error in addition to those that the rules report.</summary>
    EmittedErrorBesideRule,

    /// <summary>The emitted code has an error in addition to the C# errors in the user's own files.</summary>
    RepeatedError,

    /// <summary>The emitted code of a program without errors has a warning.</summary>
    EmittedWarning,

    /// <summary>A pipeline is emitted as broken, and the build succeeds.</summary>
    BrokenIsGreen,

    /// <summary>The C# compiler throws an exception of its own on the user's files, also without emitted code.</summary>
    LanguageCompilerThrows,

    /// <summary>The C# compiler throws an exception of its own, but not without emitted code.</summary>
    LanguageCompilerThrowsOnEmitted,

    /// <summary>A driver that has compiled the previous variants produces a different result than a new driver.</summary>
    IncrementalDiffers,
}
