namespace AotProgram;

/// <summary>All stages are synchronous.</summary>
[Pipeline]
internal sealed partial class Measurement
{
    /// <summary>Where the effect leaves its trace.</summary>
    public List<string> Notes { get; } = [];

    public partial (int Length, string Upper) Run(string text);

    [Stage]
    private static int Measure(string text) => text.Length;

    [Stage]
    private static string Upper(string text) => text.ToUpperInvariant();

    [Stage]
    private void Note(int length) => Notes.Add($"measured {length}");
}
