namespace Sluice;

/// <summary>
/// Adds the stages of another type to a pipeline: the type of the marked field, property or primary-constructor
/// parameter, or the static class that is named on the pipeline itself.
/// </summary>
/// <remarks>
/// The type can be a class, or an interface whose methods are stages, and can come from another assembly. A type that
/// is itself a pipeline contributes its entry points but not its stages, so pipelines can be nested.
/// </remarks>
[AttributeUsage(
    AttributeTargets.Field | AttributeTargets.Property | AttributeTargets.Parameter | AttributeTargets.Class,
    AllowMultiple = true,
    Inherited = false
)]
public sealed class StagesAttribute : Attribute
{
    /// <summary>
    /// Initializes a new instance of the <see cref="StagesAttribute"/> class that adds the stages of the marked
    /// member's type.
    /// </summary>
    public StagesAttribute() { }

    /// <summary>
    /// Initializes a new instance of the <see cref="StagesAttribute"/> class that adds the static stages of a class to
    /// the marked pipeline.
    /// </summary>
    /// <param name="type">The class whose static stage methods are added.</param>
    public StagesAttribute(Type type) => Type = type;

    /// <summary>
    /// The class whose static stage methods are added, or <see langword="null"/> if the attribute is on a member.
    /// </summary>
    public Type? Type { get; }
}
