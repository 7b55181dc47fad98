namespace Sluice.Compiler.Policies;

/// <summary>The parts of the run, and of the layers around and inside it, that a policy needs.</summary>
[Flags]
internal enum PolicyNeeds
{
    None = 0,

    /// <summary>The run's scope, which counts calls and notifies observers.</summary>
    Scope = 1 << 0,

    /// <summary>The run's clock.</summary>
    Clock = 1 << 1,

    /// <summary>The stage's context for each call, even if the stage does not take it.</summary>
    Context = 1 << 2,

    /// <summary>The stage's call as a struct that can be passed on.</summary>
    CallStruct = 1 << 3,

    /// <summary>An exception for an outcome that failed.</summary>
    Failures = 1 << 4,

    /// <summary>A report that contains the number of calls of the stage.</summary>
    CallCount = 1 << 5,

    /// <summary>
    /// Outer layers that can handle a call that never reaches the stage because the policy refused it.
    /// </summary>
    MayRefuse = 1 << 6,
}
