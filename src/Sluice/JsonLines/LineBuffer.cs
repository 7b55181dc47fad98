using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Sluice.CompilerServices;

namespace Sluice.JsonLines;

/// <summary>A buffer in which the lines of runs are built before they are written. Pooled; not thread-safe.</summary>
#pragma warning disable CA1001 // The writer holds no resource: it writes to memory.
internal sealed class LineBuffer
#pragma warning restore CA1001
{
    // The largest capacity that a buffer keeps. The lines of a run are usually far smaller.
    private const int LargestKept = 64 * 1024;

    private static readonly RunPool<LineBuffer> Pool = new();

    // Letters of all languages are written as they are. Line breaks and other control characters are escaped.
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly Utf8JsonWriter _json;
    private ArrayBufferWriter<byte> _run = new(1024);
    private ArrayBufferWriter<byte> _written = new(1024);

    public LineBuffer() => _json = new Utf8JsonWriter(_run, Options);

    /// <summary>The line of the next stage to write.</summary>
    public StageLine StageLine { get; } = new();

    /// <summary>The line of the next run to write.</summary>
    public RunLine RunLine { get; } = new();

    /// <summary>All lines, each with its line feed.</summary>
    public ReadOnlyMemory<byte> Written => _written.WrittenMemory;

    public static LineBuffer Rent() => Pool.Rent() ?? new LineBuffer();

    /// <summary>Returns the buffer to the pool. The caller must not use it afterwards.</summary>
    public void Return()
    {
        Clear();
        Pool.Return(this);
    }

    /// <summary>Removes all lines.</summary>
    public void Clear() => Empty(ref _written);

    /// <summary>Adds all lines of a run, or none if one of them cannot be created.</summary>
    public void Add(RunRecord run, int maxTextLength)
    {
        Empty(ref _run);
        try
        {
            run.WriteTo(this, maxTextLength);
        }
        finally
        {
            StageLine.Clear();
            RunLine.Clear();
        }

        _written.Write(_run.WrittenSpan);
    }

    public void WriteStage() => Write(StageLine, WideLineContext.Default.StageLine);

    public void WriteRun() => Write(RunLine, WideLineContext.Default.RunLine);

    private void Write<TLine>(TLine line, JsonTypeInfo<TLine> type)
        where TLine : WideLine
    {
        _json.Reset(_run);
        JsonSerializer.Serialize(_json, line, type);
        _json.Flush();
        _run.Write("\n"u8);
    }

    private static void Empty(ref ArrayBufferWriter<byte> bytes)
    {
        if (bytes.Capacity > LargestKept)
        {
            bytes = new ArrayBufferWriter<byte>(1024);
        }
        else
        {
            bytes.ResetWrittenCount();
        }
    }
}
