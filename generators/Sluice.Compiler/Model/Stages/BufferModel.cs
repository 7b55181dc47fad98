namespace Sluice.Compiler.Model;

/// <summary>How far the producer of a stream may run ahead of a parameter.</summary>
/// <param name="Capacity">How many items the buffer holds.</param>
/// <param name="FullMode">The name of the <c>BoundedChannelFullMode</c>.</param>
internal sealed record BufferModel(int Capacity, string FullMode);
