using System.ComponentModel;

namespace Sluice.CompilerServices;

/// <summary>
/// Stands on the emitted part of a pipeline that has an error and was not compiled. By it the analyzer, which sees the output of all
/// generators, knows of an error that only the generator found, and fails the build.
/// </summary>
/// <param name="rule">The id of the rule that the pipeline breaks.</param>
/// <param name="finding">What is wrong, as the rule says it.</param>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class BrokenPipelineAttribute(string rule, string finding) : Attribute
{
    /// <summary>The id of the rule that the pipeline breaks, such as <c>SLU0003</c>.</summary>
    public string Rule { get; } = rule;

    /// <summary>What is wrong, as the rule says it.</summary>
    public string Finding { get; } = finding;
}
