namespace Sluice;

/// <summary>
/// Names a method that provides the value if the stage fails after all its other policies. A cancellation is not a
/// failure.
/// </summary>
/// <remarks>
/// The method returns a value of the same type as the stage, synchronously or as a task. It may take the parameters of
/// the stage (by name and type), the exception, the token and the <see cref="StageContext"/>.
/// </remarks>
/// <param name="method">The name of a method of the type that declares the stage.</param>
[AttributeUsage(AttributeTargets.Method)]
public sealed class FallbackAttribute(string method) : Attribute
{
    /// <summary>The name of the method.</summary>
    public string Method { get; } = method;

    /// <summary>
    /// The types of exceptions that the fallback handles, including derived types. By default it handles all.
    /// </summary>
    public Type[] On { get; set; } = [];
}
