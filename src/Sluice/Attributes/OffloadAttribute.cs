namespace Sluice;

/// <summary>Runs a stage on the thread pool instead of on the thread that made it ready.</summary>
/// <remarks>
/// A long-running synchronous stage then overlaps with its siblings. The stage counts as asynchronous.
/// </remarks>
[AttributeUsage(AttributeTargets.Method)]
public sealed class OffloadAttribute : Attribute;
