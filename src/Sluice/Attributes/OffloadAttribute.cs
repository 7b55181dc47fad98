namespace Sluice;

/// <summary>
/// Runs a stage on the thread pool rather than on the thread that made it ready, so that a synchronous stage that computes for
/// long overlaps with its siblings. The stage then counts as asynchronous.
/// </summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class OffloadAttribute : Attribute;
