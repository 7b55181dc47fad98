namespace Sluice;

/// <summary>
/// Takes the value of another method where the stage fails, after all its other policies. A cancellation is no failure.
/// </summary>
/// <remarks>
/// The method gives what the stage gives, at once or as a task. It may take what the stage takes (parameters of the same name and
/// type), the exception, the token and the <see cref="StageContext"/>.
/// </remarks>
/// <param name="method">The name of a method of the type that declares the stage.</param>
[AttributeUsage(AttributeTargets.Method)]
public sealed class FallbackAttribute(string method) : Attribute
{
    /// <summary>The name of the method.</summary>
    public string Method { get; } = method;

    /// <summary>The exceptions that the method is called for, with those derived from them. All where it is left out.</summary>
    public Type[] On { get; set; } = [];
}
