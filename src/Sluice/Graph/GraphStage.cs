namespace Sluice;

/// <summary>A stage in a <see cref="PipelineGraph"/>.</summary>
/// <param name="Name">Its name, unique in the pipeline.</param>
/// <param name="Source">
/// The member or type that brought it into the pipeline, or <see langword="null"/> for a stage of the pipeline itself.
/// </param>
/// <param name="Output">The type of its output as C# writes it, or <see langword="null"/> for an effect.</param>
/// <param name="IsAsynchronous">Whether it may complete later than it returns.</param>
/// <param name="IsOffloaded">Whether it runs on the thread pool.</param>
public sealed record GraphStage(string Name, string? Source, string? Output, bool IsAsynchronous, bool IsOffloaded)
{
    /// <summary>
    /// What is compiled around its calls, outermost first, and what is done for it beside them: each as its attribute says it, such as
    /// <c>Retry(3, 00:00:01)</c>. Empty where there is nothing.
    /// </summary>
    public IReadOnlyList<string> Policies { get; init; } = [];

    /// <summary>Whether the stage returns nothing and runs for what it does.</summary>
    public bool IsEffect => Output is null;
}
