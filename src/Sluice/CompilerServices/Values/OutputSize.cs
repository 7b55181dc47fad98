using System.Collections;

namespace Sluice.CompilerServices;

/// <summary>Tells how large an output is, where that can be told at once.</summary>
internal static class OutputSize
{
    /// <summary>How many characters or elements it has.</summary>
    /// <typeparam name="T">The type of the output.</typeparam>
    /// <param name="output">The output.</param>
    /// <returns>The number, or <see langword="null"/>.</returns>
    public static int? Of<T>(T output) =>
        typeof(T).IsPrimitive || typeof(T).IsEnum
            ? null
            : output switch
            {
                string text => text.Length,
                ICollection collection => CountOf(collection),
                ReadOnlyMemory<byte> memory => memory.Length,
                Memory<byte> memory => memory.Length,
                _ => null,
            };

    private static int? CountOf(ICollection collection)
    {
        try
        {
            return collection.Count;
        }
#pragma warning disable CA1031 // What cannot tell its size has none. An immutable array that was never made is the usual one.
        catch (Exception)
#pragma warning restore CA1031
        {
            return null;
        }
    }
}
