namespace Sluice;

/// <summary>
/// Marks the default branch of a route: the stage runs only if the named stage or input has none of the values that
/// other stages name for it with <see cref="WhenAttribute"/>.
/// </summary>
[AttributeUsage(AttributeTargets.Method, AllowMultiple = true)]
public sealed class OtherwiseAttribute : Attribute
{
    /// <summary>Initializes a new instance of the <see cref="OtherwiseAttribute"/> class.</summary>
    /// <param name="condition">The name of the stage or input whose value selects the branch.</param>
    public OtherwiseAttribute(string condition) => Condition = condition;

    /// <summary>The name of the stage or input whose value selects the branch.</summary>
    public string Condition { get; }
}
