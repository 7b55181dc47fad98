using System.ComponentModel;

namespace Sluice.CompilerServices;

/// <summary>Makes the ids of runs, for pipelines in which a stage asks for it.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class RunIdentifier
{
    /// <summary>Makes a version 7 UUID of the present time (RFC 9562, section 5.7).</summary>
    /// <returns>The id.</returns>
    public static Guid Create()
    {
#if NET9_0_OR_GREATER
        return Guid.CreateVersion7();
#else
        Span<byte> bytes = stackalloc byte[16];
        System.Security.Cryptography.RandomNumberGenerator.Fill(bytes);
        var milliseconds = DateTimeOffset.UtcNow.ToUnixTimeMilliseconds();
        System.Buffers.Binary.BinaryPrimitives.WriteInt32BigEndian(bytes, (int)(milliseconds >> 16));
        System.Buffers.Binary.BinaryPrimitives.WriteInt16BigEndian(bytes[4..], (short)milliseconds);
        bytes[6] = (byte)((bytes[6] & 0x0F) | 0x70);
        bytes[8] = (byte)((bytes[8] & 0x3F) | 0x80);
        return new Guid(bytes, bigEndian: true);
#endif
    }
}
