namespace Sluice.Drawing;

/// <summary>Specifies how a stage runs. Each value is drawn with its own kind of border.</summary>
internal enum DrawnExecution
{
    /// <summary>The stage has completed when its method returns.</summary>
    Synchronous,

    /// <summary>The stage may complete after its method returns.</summary>
    Asynchronous,

    /// <summary>The stage runs on the thread pool.</summary>
    Offloaded,
}
