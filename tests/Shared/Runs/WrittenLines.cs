using System.Text;
using System.Text.Json;
using Xunit;

namespace Sluice.Tests.Shared.Runs;

/// <summary>The lines that wide events have written to a stream, each also parsed as JSON.</summary>
#pragma warning disable CA1001 // The stream is a MemoryStream, which holds no unmanaged resources.
internal sealed class WrittenLines
#pragma warning restore CA1001
{
    private readonly MemoryStream _stream = new();

    public WrittenLines(WideEventOptions? options = null) => Events = new WideEvents(_stream, options);

    public WideEvents Events { get; }

    public WideEventObserver Observer => Events.Observer;

    /// <summary>The whole text that was written.</summary>
    public string Text => Encoding.UTF8.GetString(_stream.ToArray());

    /// <summary>The lines, without line ends.</summary>
    public IReadOnlyList<string> Lines
    {
        get
        {
            var text = Text;
            Assert.True(text.Length == 0 || text[^1] == '\n', "The last line has no end.");
            return text.Split('\n')[..^1];
        }
    }

    public IReadOnlyList<JsonElement> Objects => [.. Lines.Select(Parse)];

    /// <summary>The line of the stage. There must be exactly one.</summary>
    public JsonElement Stage(string name) =>
        Assert.Single(Objects, line => line.TryGetProperty("stage", out var stage) && stage.GetString() == name);

    /// <summary>The line of the run. There must be exactly one.</summary>
    public JsonElement Run() => Assert.Single(Objects, line => line.GetProperty("event").GetString() == "run");

    /// <summary>The status of each stage and then of the run, in the order in which the lines were written.</summary>
    public IReadOnlyList<string> Statuses =>
        [
            .. Objects.Select(line =>
                $"{(line.TryGetProperty("stage", out var stage) ? stage.GetString() : "run")} {line.GetProperty("status").GetString()}"
            ),
        ];

    private static JsonElement Parse(string line)
    {
        using var document = JsonDocument.Parse(line);
        return document.RootElement.Clone();
    }
}
