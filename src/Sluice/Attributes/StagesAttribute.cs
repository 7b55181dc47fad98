namespace Sluice;

/// <summary>
/// Brings the stages of another type into a pipeline: of the type of the marked field, property or primary-constructor parameter,
/// or, on the pipeline itself, of the named static class.
/// </summary>
/// <remarks>
/// The type may be a class, or an interface whose methods are stages; it may come from another assembly. A type that is itself a
/// pipeline brings its entry points, never its stages: that is how pipelines nest.
/// </remarks>
[AttributeUsage(
    AttributeTargets.Field | AttributeTargets.Property | AttributeTargets.Parameter | AttributeTargets.Class,
    AllowMultiple = true,
    Inherited = false
)]
public sealed class StagesAttribute : Attribute
{
    /// <summary>Brings in the stages of the marked member's type.</summary>
    public StagesAttribute() { }

    /// <summary>Brings the static stages of a class into the marked pipeline.</summary>
    /// <param name="type">The class whose static stage methods take part.</param>
    public StagesAttribute(Type type) => Type = type;

    /// <summary>The class whose static stage methods take part, or <see langword="null"/> on a member.</summary>
    public Type? Type { get; }
}
