using System.Text;
using System.Text.Json;
using Xunit;

namespace Sluice.Tests.Shared.Runs;

/// <summary>What wide events have written to a stream, each line read as JSON.</summary>
#pragma warning disable CA1001 // The stream holds nothing but memory.
internal sealed class WrittenLines
#pragma warning restore CA1001
{
    private readonly MemoryStream _stream = new();

    public WrittenLines(WideEventOptions? options = null) => Events = new WideEvents(_stream, options);

    public WideEvents Events { get; }

    public WideEventObserver Observer => Events.Observer;

    /// <summary>All that was written, byte for byte.</summary>
    public string Text => Encoding.UTF8.GetString(_stream.ToArray());

    /// <summary>The lines, without their ends.</summary>
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

    /// <summary>The line of a stage, of which there must be one.</summary>
    public JsonElement Stage(string name) =>
        Assert.Single(Objects, line => line.TryGetProperty("stage", out var stage) && stage.GetString() == name);

    /// <summary>The line of a run, of which there must be one.</summary>
    public JsonElement Run() => Assert.Single(Objects, line => line.GetProperty("event").GetString() == "run");

    /// <summary>Stages and their status, then the run's, as they were written.</summary>
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
