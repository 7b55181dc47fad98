namespace Sluice.Generators.Tests.Harness;

/// <summary>A stage of a pipeline, for tests of its names.</summary>
/// <param name="PlainName">The name of the stage, not escaped.</param>
/// <param name="Before">The name of the previous stage, not escaped.</param>
/// <param name="Index">The position of the stage.</param>
internal sealed record NamedStage(string PlainName, string Before, int Index)
{
    /// <summary>The escaped name of the stage.</summary>
    public string Name => "@" + PlainName;

    /// <summary>The input of the stage: its own name with a lower-case first letter, escaped.</summary>
    public string Input => "@" + char.ToLowerInvariant(PlainName[0]) + PlainName[1..];

    /// <summary>A parameter that orders the stage after the previous one, if there is one.</summary>
    public string Previous => Index == 0 ? "" : $"V{Index - 1} previous, ";

    /// <summary>The task type that the stage returns if it is asynchronous, alternating between two types.</summary>
    public string Task => Index % 2 == 0 ? $"global::System.Threading.Tasks.Task<V{Index}>" : $"ValueTask<V{Index}>";

    /// <summary>A completed task of that type.</summary>
    public string Completed =>
        Index % 2 == 0
            ? $"global::System.Threading.Tasks.Task.FromResult(default(V{Index}))"
            : $"new(default(V{Index}))";
}
