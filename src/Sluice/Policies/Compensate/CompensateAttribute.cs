namespace Sluice;

/// <summary>Names the method that undoes a completed stage if its run fails or is cancelled afterwards.</summary>
/// <remarks>
/// <para>
/// The compensations of all completed stages run in reverse order of completion, before the run ends, with a token that
/// is not cancelled.
/// </para>
/// <para>
/// The method returns nothing, synchronously or as a task. It may take the output of the stage (by type), the
/// parameters of the stage (by name and type), the exception that ends the run, and a token. All compensations run,
/// even if some fail. Their failures are attached to the failure of the run, and observers receive events for each
/// (<see cref="RunEventKind.CompensationStarted"/>). A stage with <see cref="CachedAttribute"/> cannot have a
/// compensation, because other runs have its value too.
/// </para>
/// </remarks>
/// <param name="method">The name of a method of the type that declares the stage.</param>
[AttributeUsage(AttributeTargets.Method)]
public sealed class CompensateAttribute(string method) : Attribute
{
    /// <summary>The name of the method.</summary>
    public string Method { get; } = method;
}
