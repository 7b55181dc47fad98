namespace Sluice.Generators.Tests.Harness;

/// <summary>A stage of a pipeline whose names are what is tested.</summary>
/// <param name="PlainName">Its name, not escaped.</param>
/// <param name="Before">The name of the stage before it, not escaped.</param>
/// <param name="Index">Its position.</param>
internal sealed record NamedStage(string PlainName, string Before, int Index)
{
    /// <summary>Its name, as code writes it.</summary>
    public string Name => "@" + PlainName;

    /// <summary>The input that it takes: its own name with a small first letter.</summary>
    public string Input => "@" + char.ToLowerInvariant(PlainName[0]) + PlainName[1..];

    /// <summary>What orders it behind the stage before.</summary>
    public string Previous => Index == 0 ? "" : $"V{Index - 1} previous, ";

    /// <summary>The type that it returns where it is asynchronous: one time this, one time that.</summary>
    public string Task => Index % 2 == 0 ? $"global::System.Threading.Tasks.Task<V{Index}>" : $"ValueTask<V{Index}>";

    /// <summary>A value of that type.</summary>
    public string Completed =>
        Index % 2 == 0
            ? $"global::System.Threading.Tasks.Task.FromResult(default(V{Index}))"
            : $"new(default(V{Index}))";
}
