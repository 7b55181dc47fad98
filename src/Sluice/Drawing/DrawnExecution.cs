namespace Sluice.Drawing;

/// <summary>How a stage runs; a writer gives each its own line.</summary>
internal enum DrawnExecution
{
    /// <summary>It ends when it returns.</summary>
    Synchronous,

    /// <summary>It may complete later than it returns.</summary>
    Asynchronous,

    /// <summary>It runs on the thread pool.</summary>
    Offloaded,
}
