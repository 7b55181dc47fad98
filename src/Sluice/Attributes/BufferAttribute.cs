using System.Threading.Channels;

namespace Sluice;

/// <summary>
/// Lets the producer of a stream run ahead of the stage that takes it, by a bounded number of items. Without it the producer works
/// only while the consumer waits for the next item.
/// </summary>
[AttributeUsage(AttributeTargets.Parameter)]
public sealed class BufferAttribute : Attribute
{
    /// <summary>Sets the size.</summary>
    /// <param name="capacity">How many items the buffer holds. At least 1.</param>
    public BufferAttribute(int capacity)
        : this(capacity, BoundedChannelFullMode.Wait) { }

    /// <summary>Sets the size and what happens when the buffer is full.</summary>
    /// <param name="capacity">How many items the buffer holds. At least 1.</param>
    /// <param name="fullMode">Whether the producer waits, or which item is dropped.</param>
    public BufferAttribute(int capacity, BoundedChannelFullMode fullMode) =>
        (Capacity, FullMode) = (capacity, fullMode);

    /// <summary>How many items the buffer holds.</summary>
    public int Capacity { get; }

    /// <summary>What happens when it is full.</summary>
    public BoundedChannelFullMode FullMode { get; }
}
