namespace Sluice;

/// <summary>
/// Lets a stage run only where a route has none of the values that other stages of the pipeline name for it with
/// <see cref="WhenAttribute"/>: the default branch.
/// </summary>
[AttributeUsage(AttributeTargets.Method, AllowMultiple = true)]
public sealed class OtherwiseAttribute : Attribute
{
    /// <summary>Names the route.</summary>
    /// <param name="condition">The name of the stage or input by whose value the pipeline branches.</param>
    public OtherwiseAttribute(string condition) => Condition = condition;

    /// <summary>The name of the route.</summary>
    public string Condition { get; }
}
