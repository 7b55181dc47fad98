namespace Sluice;

/// <summary>Runs a stage only if a condition does not hold: the opposite of <see cref="WhenAttribute"/>.</summary>
[AttributeUsage(AttributeTargets.Method, AllowMultiple = true)]
public sealed class UnlessAttribute : Attribute
{
    /// <summary>
    /// Initializes a new instance of the <see cref="UnlessAttribute"/> class with a condition that must be
    /// <see langword="false"/>.
    /// </summary>
    /// <param name="condition">The name of a stage, an input or a method, as for <see cref="WhenAttribute"/>.</param>
    public UnlessAttribute(string condition) => (Condition, Values) = (condition, []);

    /// <summary>
    /// Initializes a new instance of the <see cref="UnlessAttribute"/> class with a condition and the value that it
    /// must not have.
    /// </summary>
    /// <param name="condition">The name of a stage or input.</param>
    /// <param name="value">The excluded value, as for <see cref="WhenAttribute"/>.</param>
    public UnlessAttribute(string condition, object value) => (Condition, Values) = (condition, [value]);

    /// <summary>
    /// Initializes a new instance of the <see cref="UnlessAttribute"/> class with a condition and the values that it
    /// must not have.
    /// </summary>
    /// <param name="condition">The name of a stage, an input or a method, as for <see cref="WhenAttribute"/>.</param>
    /// <param name="values">
    /// The excluded values. If there are none, the condition must be <see langword="false"/>.
    /// </param>
    public UnlessAttribute(string condition, params object[] values) => (Condition, Values) = (condition, values);

    /// <summary>The name of the condition.</summary>
    public string Condition { get; }

    /// <summary>The excluded values. If empty, the condition must be <see langword="false"/>.</summary>
    public IReadOnlyList<object> Values { get; }
}
