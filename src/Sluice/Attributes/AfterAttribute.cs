namespace Sluice;

/// <summary>Orders a stage after other stages without taking a value from them.</summary>
/// <remarks>
/// The stage starts only after the named stages have settled. The attribute affects order alone: a named stage that a
/// run does not otherwise need is not run because of it.
/// </remarks>
[AttributeUsage(AttributeTargets.Method, AllowMultiple = true)]
public sealed class AfterAttribute : Attribute
{
    /// <summary>Initializes a new instance of the <see cref="AfterAttribute"/> class with one stage.</summary>
    /// <param name="stage">
    /// The name of the stage that comes first, with or without the <c>Async</c> suffix, as for
    /// <see cref="FromAttribute"/>.
    /// </param>
    public AfterAttribute(string stage) => Stages = [stage];

    /// <summary>Initializes a new instance of the <see cref="AfterAttribute"/> class with several stages.</summary>
    /// <param name="stages">
    /// The names of the stages that come first, with or without the <c>Async</c> suffix, as for
    /// <see cref="FromAttribute"/>.
    /// </param>
    public AfterAttribute(params string[] stages) => Stages = stages;

    /// <summary>The names of the stages that come first.</summary>
    public IReadOnlyList<string> Stages { get; }
}
