using System.Globalization;

namespace Sluice.DifferentialTests.Execution;

/// <summary>Reads the environment variables that make longer runs of the random tests.</summary>
internal static class Setting
{
    private const string Prefix = "SLUICE_GRAPHS_";

    /// <summary>Gives the number in a variable, or the usual one.</summary>
    public static int Of(string name, int usual) =>
        Environment.GetEnvironmentVariable(Prefix + name) is { Length: > 0 } text
            ? int.Parse(text, CultureInfo.InvariantCulture)
            : usual;

    /// <summary>The numbers of the batches of a kind, from <c>SLUICE_GRAPHS_FIRST</c> on.</summary>
    /// <param name="name">The variable with their count.</param>
    /// <param name="usual">The usual count.</param>
    public static TheoryData<int> Batches(string name, int usual) =>
        [.. Enumerable.Range(Of("FIRST", 0), Of(name, usual))];
}
