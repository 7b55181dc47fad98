namespace Sluice;

/// <summary>Lets a stage run only where a condition does not hold: the opposite of <see cref="WhenAttribute"/>.</summary>
[AttributeUsage(AttributeTargets.Method, AllowMultiple = true)]
public sealed class UnlessAttribute : Attribute
{
    /// <summary>Names the condition, which must be <see langword="false"/>.</summary>
    /// <param name="condition">The name of a stage, input or method, as for <see cref="WhenAttribute"/>.</param>
    public UnlessAttribute(string condition) => (Condition, Values) = (condition, []);

    /// <summary>Names the condition and the value that it may not have.</summary>
    /// <param name="condition">The name of a stage or input.</param>
    /// <param name="value">The value, as for <see cref="WhenAttribute"/>.</param>
    public UnlessAttribute(string condition, object value) => (Condition, Values) = (condition, [value]);

    /// <summary>Names the condition.</summary>
    /// <param name="condition">The name of a stage, input or method, as for <see cref="WhenAttribute"/>.</param>
    /// <param name="values">The values, none of which it may have. Without any, it must be <see langword="false"/>.</param>
    public UnlessAttribute(string condition, params object[] values) => (Condition, Values) = (condition, values);

    /// <summary>The name of the condition.</summary>
    public string Condition { get; }

    /// <summary>The values, none of which it may have. Empty where it must be <see langword="false"/>.</summary>
    public IReadOnlyList<object> Values { get; }
}
