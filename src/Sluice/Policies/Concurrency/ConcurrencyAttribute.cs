namespace Sluice;

/// <summary>Limits the number of concurrent calls of a stage in one pipeline instance, across all its runs.</summary>
/// <remarks>Further calls wait in the order of their arrival. The wait ends when the run is cancelled.</remarks>
/// <param name="limit">The maximum number of concurrent calls. Must be at least 1.</param>
[AttributeUsage(AttributeTargets.Method)]
public sealed class ConcurrencyAttribute(int limit) : Attribute
{
    /// <summary>The maximum number of concurrent calls.</summary>
    public int Limit { get; } = limit;

    /// <summary>The maximum number of waiting calls. Must not be negative. By default there is no limit.</summary>
    /// <remarks>A call beyond the limit fails with a <see cref="StageRejectedException"/>.</remarks>
    public int QueueLimit { get; set; } = int.MaxValue;
}
