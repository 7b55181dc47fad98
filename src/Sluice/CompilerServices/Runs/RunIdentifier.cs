using System.Buffers.Binary;
using System.ComponentModel;
using System.Security.Cryptography;

namespace Sluice.CompilerServices;

/// <summary>Makes the ids of runs, for pipelines in which a stage asks for it.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class RunIdentifier
{
    private const int BytesOfOne = 10;

    // The operating system is asked for the random parts of many ids at once: to ask it takes longer than all else.
    private const int Batch = 64;

    [ThreadStatic]
    private static byte[]? random;

    [ThreadStatic]
    private static int left;

    /// <summary>Makes a version 7 UUID of the present time (RFC 9562, section 5.7).</summary>
    /// <returns>The id.</returns>
    public static Guid Create() => Create(DateTimeOffset.UtcNow);

    /// <summary>Makes one where somebody has just asked what time it is.</summary>
    internal static Guid Create(DateTimeOffset now)
    {
        var batch = random ??= new byte[BytesOfOne * Batch];
        if (left == 0)
        {
            RandomNumberGenerator.Fill(batch);
            left = Batch;
        }

        left--;
        Span<byte> bytes = stackalloc byte[16];
        batch.AsSpan(left * BytesOfOne, BytesOfOne).CopyTo(bytes[6..]);
        var milliseconds = now.ToUnixTimeMilliseconds();
        BinaryPrimitives.WriteInt32BigEndian(bytes, (int)(milliseconds >> 16));
        BinaryPrimitives.WriteInt16BigEndian(bytes[4..], (short)milliseconds);
        bytes[6] = (byte)((bytes[6] & 0x0F) | 0x70);
        bytes[8] = (byte)((bytes[8] & 0x3F) | 0x80);
        return new Guid(bytes, bigEndian: true);
    }
}
