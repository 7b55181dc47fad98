namespace Sluice.Tests.Lines;

/// <summary>A stream that fails a given number of writes after it has written a part of each.</summary>
internal sealed class FailingStream : MemoryStream
{
    /// <summary>The number of subsequent writes that fail.</summary>
    public int Failures { get; set; }

    /// <summary>The number of bytes that a failing write stores.</summary>
    public int Taken { get; set; }

    public override void Write(ReadOnlySpan<byte> buffer)
    {
        if (Failures > 0)
        {
            Failures--;
            base.Write(buffer[..Taken]);
            throw new IOException("The disk is full.");
        }

        base.Write(buffer);
    }

    public override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        Write(buffer.Span);
        return ValueTask.CompletedTask;
    }
}
