namespace Sluice.Generators.Tests.Harness;

/// <summary>A shape of pipelines, for tests of their names.</summary>
/// <param name="EntryPoint">The return type and name of the entry point.</param>
/// <param name="Write">Writes a stage.</param>
internal sealed record NamedShape(string EntryPoint, Func<NamedStage, string> Write)
{
    /// <summary>The attributes of the pipeline.</summary>
    public string Attributes { get; init; } = "[Pipeline]";

    /// <summary>The type of each input.</summary>
    public string InputType { get; init; } = "int";

    /// <summary>Returns the type in which the last stage takes an output of the given type.</summary>
    public Func<string, string> Taken { get; init; } = type => type;

    /// <summary>The return type of the last stage.</summary>
    public string Output { get; init; } = "int";

    /// <summary>Additional stages besides those that have the names.</summary>
    public string Further { get; init; } = "";
}
