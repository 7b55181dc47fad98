namespace Sluice;

/// <summary>
/// Wraps the calls of a stage, of all stages of a class, or of all stages of a pipeline. Those of the pipeline are outermost, then
/// those of the class that declares the stage, then those of the stage; of several at one place the first is outermost.
/// </summary>
/// <remarks>
/// It is called for each attempt, inside of all policies. A struct is made anew for each call; of a class there is one for each
/// pipeline instance, which all stages share that name it. In a static pipeline there is one in all.
/// </remarks>
/// <typeparam name="TInterceptor">
/// A struct or sealed class that implements <see cref="IStageInterceptor"/> or <see cref="ISynchronousStageInterceptor"/>. It has a
/// constructor without parameters unless <see cref="Member"/> is given.
/// </typeparam>
[AttributeUsage(AttributeTargets.Method | AttributeTargets.Class, AllowMultiple = true)]
public sealed class InterceptAttribute<TInterceptor> : Attribute
{
    /// <summary>The name of a field or property, of the type that has the attribute or declares the stage, that holds the interceptor.</summary>
    public string? Member { get; set; }
}
