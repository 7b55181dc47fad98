namespace Sluice;

/// <summary>Makes a stage start only once others have ended, without taking a value from them.</summary>
/// <remarks>It orders and never adds: a named stage that a run does not need is not run for it.</remarks>
[AttributeUsage(AttributeTargets.Method, AllowMultiple = true)]
public sealed class AfterAttribute : Attribute
{
    /// <summary>Names the stage that comes first.</summary>
    /// <param name="stage">The name of a stage, with or without <c>Async</c>, as for <see cref="FromAttribute"/>.</param>
    public AfterAttribute(string stage) => Stages = [stage];

    /// <summary>Names the stages that come first.</summary>
    /// <param name="stages">Names of stages, with or without <c>Async</c>, as for <see cref="FromAttribute"/>.</param>
    public AfterAttribute(params string[] stages) => Stages = stages;

    /// <summary>The names of the stages that come first.</summary>
    public IReadOnlyList<string> Stages { get; }
}
