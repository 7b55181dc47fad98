namespace Sluice.Compiler.Model;

/// <summary>A buffer that lets the producer of a stream run ahead of the parameter that reads it.</summary>
/// <param name="Capacity">The number of items that the buffer holds.</param>
/// <param name="FullMode">The name of the <c>BoundedChannelFullMode</c>.</param>
internal sealed record BufferModel(int Capacity, string FullMode);
