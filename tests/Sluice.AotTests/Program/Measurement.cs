namespace AotProgram;

/// <summary>A pipeline whose stages are all synchronous.</summary>
[Pipeline]
internal sealed partial class Measurement
{
    /// <summary>The entries that the effect writes.</summary>
    public List<string> Notes { get; } = [];

    public partial (int Length, string Upper) Run(string text);

    [Stage]
    private static int Measure(string text) => text.Length;

    [Stage]
    private static string Upper(string text) => text.ToUpperInvariant();

    [Stage]
    private void Note(int length) => Notes.Add($"measured {length}");
}
