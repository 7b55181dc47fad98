using System.Buffers.Binary;
using System.Security.Cryptography;

namespace Sluice.CompilerServices;

/// <summary>Makes the ids of runs.</summary>
internal static class RunIdentifier
{
    private const int BytesOfOne = 10;

    // The random parts of many ids are taken from the operating system at once: the call takes longer than all else.
    private const int Batch = 64;

    [ThreadStatic]
    private static byte[]? _random;

    [ThreadStatic]
    private static int _left;

    /// <summary>Makes a version 7 UUID of the present time (RFC 9562, section 5.7).</summary>
    /// <returns>The id.</returns>
    public static Guid Create() => Create(DateTimeOffset.UtcNow);

    /// <summary>Makes a version 7 UUID of a time that the caller has just read.</summary>
    public static Guid Create(DateTimeOffset now)
    {
        var batch = _random ??= new byte[BytesOfOne * Batch];
        if (_left == 0)
        {
            RandomNumberGenerator.Fill(batch);
            _left = Batch;
        }

        _left--;
        Span<byte> bytes = stackalloc byte[16];
        batch.AsSpan(_left * BytesOfOne, BytesOfOne).CopyTo(bytes[6..]);
        var milliseconds = now.ToUnixTimeMilliseconds();
        BinaryPrimitives.WriteInt32BigEndian(bytes, (int)(milliseconds >> 16));
        BinaryPrimitives.WriteInt16BigEndian(bytes[4..], (short)milliseconds);
        bytes[6] = (byte)((bytes[6] & 0x0F) | 0x70);
        bytes[8] = (byte)((bytes[8] & 0x3F) | 0x80);
        return new Guid(bytes, bigEndian: true);
    }
}
