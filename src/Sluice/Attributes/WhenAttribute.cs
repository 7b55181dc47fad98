namespace Sluice;

/// <summary>Lets a stage run only where a condition holds. Of several, all must hold. Where one does not, the stage is skipped.</summary>
/// <remarks>A condition is evaluated at most once in a run, however many stages name it.</remarks>
[AttributeUsage(AttributeTargets.Method, AllowMultiple = true)]
public sealed class WhenAttribute : Attribute
{
    /// <summary>Names the condition, which must be <see langword="true"/>.</summary>
    /// <param name="condition">
    /// The name of a stage or input, or of a method that returns <c>bool</c> and is called with its own dependencies as a stage is.
    /// </param>
    public WhenAttribute(string condition) => (Condition, Values) = (condition, []);

    /// <summary>Names the condition and the value that it must have.</summary>
    /// <param name="condition">The name of a stage or input.</param>
    /// <param name="value">The value: a constant of an enum, a <c>bool</c>, a <c>string</c> or an <c>int</c>.</param>
    public WhenAttribute(string condition, object value) => (Condition, Values) = (condition, [value]);

    /// <summary>Names the condition.</summary>
    /// <param name="condition">
    /// The name of a stage or input, or of a method that returns <c>bool</c> and is called with its own dependencies as a stage is.
    /// </param>
    /// <param name="values">
    /// The values, any of which the stage or input must have: constants of its type, which is an enum, <c>bool</c>, <c>string</c> or
    /// <c>int</c>. Without any, it must be <see langword="true"/>.
    /// </param>
    public WhenAttribute(string condition, params object[] values) => (Condition, Values) = (condition, values);

    /// <summary>The name of the condition.</summary>
    public string Condition { get; }

    /// <summary>The values, any of which it must have. Empty where it must be <see langword="true"/>.</summary>
    public IReadOnlyList<object> Values { get; }
}
