namespace Sluice;

/// <summary>Represents a stage in a <see cref="PipelineGraph"/>.</summary>
/// <param name="Name">The name of the stage, unique in the pipeline.</param>
/// <param name="Source">
/// The member or type that adds the stage to the pipeline, or <see langword="null"/> for a stage of the pipeline
/// itself.
/// </param>
/// <param name="Output">The type of the output in C# syntax, or <see langword="null"/> for an effect.</param>
/// <param name="IsAsynchronous">Whether the stage may complete after its method returns.</param>
/// <param name="IsOffloaded">Whether the stage runs on the thread pool.</param>
public sealed record GraphStage(string Name, string? Source, string? Output, bool IsAsynchronous, bool IsOffloaded)
{
    /// <summary>
    /// The policies of the stage, outermost first, followed by its other declarations, each in the form of its
    /// attribute, such as <c>Retry(3, 00:00:01)</c>. Empty if there are none.
    /// </summary>
    public IReadOnlyList<string> Policies { get; init; } = [];

    /// <summary>Whether the stage is an effect: it has no output and runs for its side effects.</summary>
    public bool IsEffect => Output is null;
}
