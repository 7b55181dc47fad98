namespace Sluice.DifferentialTests.Execution;

/// <summary>How freely the stages of a run behave, and thus how exactly one can say what must happen.</summary>
internal enum RunMode
{
    /// <summary>Every stage completes at once.</summary>
    AtOnce,

    /// <summary>Stages complete at once or when the test opens their gate, and all happens on one thread.</summary>
    Gated,

    /// <summary>Stages complete in every way there is, on any thread, and complete each other.</summary>
    Free,
}
