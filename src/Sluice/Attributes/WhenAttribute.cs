namespace Sluice;

/// <summary>
/// Runs a stage only if a condition holds. If a stage has several conditions, all of them must hold; otherwise, the
/// stage is skipped.
/// </summary>
/// <remarks>
/// <para>A condition is evaluated at most once in a run, no matter how many stages name it.</para>
/// <para>
/// If stages run by the type of a value, the stage that returns <see langword="null"/> fails. It also fails if no other
/// assembly can derive from its return type and the value is of none of the classes that were known to the compiler.
/// </para>
/// </remarks>
[AttributeUsage(AttributeTargets.Method, AllowMultiple = true)]
public sealed class WhenAttribute : Attribute
{
    /// <summary>
    /// Initializes a new instance of the <see cref="WhenAttribute"/> class with a condition that must be
    /// <see langword="true"/>.
    /// </summary>
    /// <param name="condition">
    /// The name of a stage or input, or of a method that returns <see langword="bool"/>. The parameters of the method
    /// are bound in the same way as those of a stage.
    /// </param>
    public WhenAttribute(string condition) => (Condition, Values) = (condition, []);

    /// <summary>
    /// Initializes a new instance of the <see cref="WhenAttribute"/> class with a condition and the value that it must
    /// have.
    /// </summary>
    /// <param name="condition">The name of a stage or input.</param>
    /// <param name="value">
    /// The required value: a constant of an enum, a <see langword="bool"/>, a <see langword="string"/> or an
    /// <see langword="int"/>. A <see langword="typeof"/> expression requires a value of that type instead; a parameter
    /// of the stage that has exactly that type then takes the value.
    /// </param>
    public WhenAttribute(string condition, object value) => (Condition, Values) = (condition, [value]);

    /// <summary>
    /// Initializes a new instance of the <see cref="WhenAttribute"/> class with a condition and the values that satisfy
    /// it.
    /// </summary>
    /// <param name="condition">
    /// The name of a stage or input, or of a method that returns <see langword="bool"/>. The parameters of the method
    /// are bound in the same way as those of a stage.
    /// </param>
    /// <param name="values">
    /// The values that satisfy the condition: constants of its type, which is an enum, <see langword="bool"/>,
    /// <see langword="string"/> or <see langword="int"/>, or <see langword="typeof"/> expressions of which the value
    /// must be one. If there are none, the condition must be <see langword="true"/>.
    /// </param>
    public WhenAttribute(string condition, params object[] values) => (Condition, Values) = (condition, values);

    /// <summary>The name of the condition.</summary>
    public string Condition { get; }

    /// <summary>
    /// The values that satisfy the condition. If empty, the condition must be <see langword="true"/>.
    /// </summary>
    public IReadOnlyList<object> Values { get; }
}
