namespace Sluice.DifferentialTests.Probing;

/// <summary>When an asynchronous stage completes.</summary>
public enum Timing
{
    /// <summary>Before it returns.</summary>
    AtOnce,

    /// <summary>Before it returns, with a result that may be taken once only.</summary>
    AtOnceFromSource,

    /// <summary>When the test says so; it returns a task.</summary>
    TaskGate,

    /// <summary>When the test says so; its result may be taken once only.</summary>
    SourceGate,

    /// <summary>On another thread, maybe even before it has returned; it returns a task.</summary>
    TaskOnOtherThread,

    /// <summary>On another thread, maybe even before it has returned; its result may be taken once only.</summary>
    SourceOnOtherThread,

    /// <summary>After <c>Task.Yield</c>.</summary>
    Yield,
}
