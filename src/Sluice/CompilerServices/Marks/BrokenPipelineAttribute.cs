using System.ComponentModel;

namespace Sluice.CompilerServices;

/// <summary>Marks the emitted part of a pipeline that has an error and was not compiled.</summary>
/// <remarks>
/// The analyzer sees the output of all generators. It learns from this attribute of an error that only the generator
/// found, and fails the build.
/// </remarks>
/// <param name="rule">The identifier of the rule that the pipeline breaks.</param>
/// <param name="finding">The message of the rule.</param>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class BrokenPipelineAttribute(string rule, string finding) : Attribute
{
    /// <summary>The identifier of the rule that the pipeline breaks, such as <c>SLU0003</c>.</summary>
    public string Rule { get; } = rule;

    /// <summary>The message of the rule.</summary>
    public string Finding { get; } = finding;
}
