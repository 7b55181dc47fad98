namespace Sluice.Generators.Tests.Harness;

/// <summary>A shape of a pipeline whose names are what is tested.</summary>
/// <param name="EntryPoint">The return type and name of its entry point.</param>
/// <param name="Write">Writes a stage.</param>
internal sealed record NamedShape(string EntryPoint, Func<NamedStage, string> Write)
{
    /// <summary>The attributes of the pipeline.</summary>
    public string Attributes { get; init; } = "[Pipeline]";

    /// <summary>The type of each input.</summary>
    public string InputType { get; init; } = "int";

    /// <summary>How the last stage takes what the others give.</summary>
    public Func<string, string> Taken { get; init; } = type => type;

    /// <summary>What the last stage returns.</summary>
    public string Output { get; init; } = "int";

    /// <summary>Stages beside those that have the names.</summary>
    public string Further { get; init; } = "";
}
