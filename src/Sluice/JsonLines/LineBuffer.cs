using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Sluice.CompilerServices;

namespace Sluice.JsonLines;

/// <summary>Where the lines of runs are made before they are written. Pooled; not thread-safe.</summary>
#pragma warning disable CA1001 // The writer holds nothing: it writes to memory.
internal sealed class LineBuffer
#pragma warning restore CA1001
{
    // What a buffer may have grown to and be kept: far more than the lines of a run, as a rule.
    private const int LargestKept = 64 * 1024;

    private static readonly RunPool<LineBuffer> Pool = new();

    // Letters of any language stay as they are. What would break a line is escaped, in whatever way it breaks lines.
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly Utf8JsonWriter _json;
    private ArrayBufferWriter<byte> _run = new(1024);
    private ArrayBufferWriter<byte> _written = new(1024);

    public LineBuffer() => _json = new Utf8JsonWriter(_run, Options);

    /// <summary>The line of the stage that is written next.</summary>
    public StageLine StageLine { get; } = new();

    /// <summary>The line of the run that is written next.</summary>
    public RunLine RunLine { get; } = new();

    /// <summary>All lines, each with its end.</summary>
    public ReadOnlyMemory<byte> Written => _written.WrittenMemory;

    public static LineBuffer Rent() => Pool.Rent() ?? new LineBuffer();

    /// <summary>Gives it back. Nobody may touch it any more.</summary>
    public void Return()
    {
        Clear();
        Pool.Return(this);
    }

    /// <summary>Forgets all lines.</summary>
    public void Clear() => Empty(ref _written);

    /// <summary>Adds the lines of a run: all of them, or none where one cannot be made.</summary>
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
