namespace Sluice;

/// <summary>
/// Undoes a completed stage when its run fails or is cancelled afterwards: the compensations of all completed stages run in the
/// reverse order of completion, before the run ends, with a token that is not cancelled.
/// </summary>
/// <remarks>
/// The method returns nothing, at once or as a task. It may take the stage's output (a parameter of its type), what the stage takes
/// (parameters of the same name and type), the exception that the run ends with, and a token. All compensations run, whatever fails;
/// their failures are attached to the run's, and observers are told of each (<see cref="RunEventKind.CompensationStarted"/>). A stage with <see cref="CachedAttribute"/> cannot be undone: other runs have its value, too.
/// </remarks>
/// <param name="method">The name of a method of the type that declares the stage.</param>
[AttributeUsage(AttributeTargets.Method)]
public sealed class CompensateAttribute(string method) : Attribute
{
    /// <summary>The name of the method.</summary>
    public string Method { get; } = method;
}
