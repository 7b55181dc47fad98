namespace Sluice;

/// <summary>
/// Wraps the calls of a stage, of all stages of a class, or of all stages of a pipeline with an interceptor.
/// </summary>
/// <remarks>
/// <para>
/// The interceptors of the pipeline are outermost, followed by those of the class that declares the stage and those of
/// the stage. Among several in one place, the first is outermost. They are called for each attempt, inside all
/// policies.
/// </para>
/// <para>
/// A struct is created for each call. A class has one instance per pipeline instance, shared by all stages that name
/// it; in a static pipeline there is a single instance.
/// </para>
/// </remarks>
/// <typeparam name="TInterceptor">
/// A struct or sealed class that implements <see cref="IStageInterceptor"/> or
/// <see cref="ISynchronousStageInterceptor"/>. It must have a parameterless constructor unless <see cref="Member"/> is
/// set.
/// </typeparam>
[AttributeUsage(AttributeTargets.Method | AttributeTargets.Class, AllowMultiple = true)]
public sealed class InterceptAttribute<TInterceptor> : Attribute
{
    /// <summary>
    /// The name of the field or property that holds the interceptor, in the type that has the attribute or declares the
    /// stage.
    /// </summary>
    public string? Member { get; set; }
}
