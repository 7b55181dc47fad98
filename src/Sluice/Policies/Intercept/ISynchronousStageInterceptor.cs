namespace Sluice;

/// <summary>Wraps calls of synchronous stages, and leaves them synchronous. It must be thread-safe.</summary>
/// <remarks>See <see cref="IStageInterceptor"/>.</remarks>
public interface ISynchronousStageInterceptor
{
    /// <summary>Wraps a call.</summary>
    /// <typeparam name="T">What the stage returns.</typeparam>
    /// <typeparam name="TInner">What is wrapped.</typeparam>
    /// <param name="inner">The next interceptor, or the stage. It may be invoked any number of times.</param>
    /// <param name="context">The stage, its run and its attempt.</param>
    /// <returns>What the stage is to have returned.</returns>
    T Invoke<T, TInner>(TInner inner, StageContext context)
        where TInner : struct, ISynchronousStageCall<T>;
}
