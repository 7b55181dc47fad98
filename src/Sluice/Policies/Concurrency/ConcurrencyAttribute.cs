namespace Sluice;

/// <summary>
/// Limits how many calls of the stage may be under way at once in one pipeline instance, over all its runs. Others wait in the order
/// in which they came; waiting ends when the run is cancelled.
/// </summary>
/// <param name="limit">How many calls: 1 or more.</param>
[AttributeUsage(AttributeTargets.Method)]
public sealed class ConcurrencyAttribute(int limit) : Attribute
{
    /// <summary>How many calls may be under way.</summary>
    public int Limit { get; } = limit;

    /// <summary>
    /// How many calls may wait: 0 or more. A call beyond that fails with a <see cref="StageRejectedException"/>. No limit where it is
    /// left out.
    /// </summary>
    public int QueueLimit { get; set; } = int.MaxValue;
}
