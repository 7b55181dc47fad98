using System.Collections;

namespace Sluice.CompilerServices;

/// <summary>Determines the size of an output if it is known without enumeration.</summary>
internal static class OutputSize
{
    /// <summary>Returns the number of characters, elements or bytes of an output.</summary>
    /// <typeparam name="T">The type of the output.</typeparam>
    /// <param name="output">The output.</param>
    /// <returns>The number, or <see langword="null"/> if it is not known.</returns>
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
#pragma warning disable CA1031 // A collection that cannot report its size has none. A default immutable array is the usual case.
        catch (Exception)
#pragma warning restore CA1031
        {
            return null;
        }
    }
}
