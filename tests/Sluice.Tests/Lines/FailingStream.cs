namespace Sluice.Tests.Lines;

/// <summary>Keeps what is written to it, and fails as often as it is told to, after it has taken a part.</summary>
internal sealed class FailingStream : MemoryStream
{
    /// <summary>How many of the next writes fail.</summary>
    public int Failures { get; set; }

    /// <summary>How much of a write that fails is taken.</summary>
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
