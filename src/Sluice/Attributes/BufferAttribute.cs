using System.Threading.Channels;

namespace Sluice;

/// <summary>Lets the producer of a stream run ahead of the consuming stage by a bounded number of items.</summary>
/// <remarks>Without this attribute the producer runs only while the consumer waits for the next item.</remarks>
[AttributeUsage(AttributeTargets.Parameter)]
public sealed class BufferAttribute : Attribute
{
    /// <summary>
    /// Initializes a new instance of the <see cref="BufferAttribute"/> class whose producer waits when the buffer is
    /// full.
    /// </summary>
    /// <param name="capacity">The maximum number of items that the buffer holds. Must be at least 1.</param>
    public BufferAttribute(int capacity)
        : this(capacity, BoundedChannelFullMode.Wait) { }

    /// <summary>
    /// Initializes a new instance of the <see cref="BufferAttribute"/> class with a capacity and a full mode.
    /// </summary>
    /// <param name="capacity">The maximum number of items that the buffer holds. Must be at least 1.</param>
    /// <param name="fullMode">The behavior when the buffer is full: the producer waits, or an item is dropped.</param>
    public BufferAttribute(int capacity, BoundedChannelFullMode fullMode) =>
        (Capacity, FullMode) = (capacity, fullMode);

    /// <summary>The maximum number of items that the buffer holds.</summary>
    public int Capacity { get; }

    /// <summary>
    /// The behavior when the buffer is full. The default is <see cref="BoundedChannelFullMode.Wait"/>.
    /// </summary>
    public BoundedChannelFullMode FullMode { get; }
}
