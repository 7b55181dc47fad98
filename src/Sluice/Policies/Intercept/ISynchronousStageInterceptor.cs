namespace Sluice;

/// <summary>
/// Wraps the calls of synchronous stages without making them asynchronous. Implementations must be thread-safe.
/// </summary>
/// <remarks>Implement this interface with a struct or a sealed class, as for <see cref="IStageInterceptor"/>.</remarks>
public interface ISynchronousStageInterceptor
{
    /// <summary>Wraps a call.</summary>
    /// <typeparam name="T">The return type of the stage.</typeparam>
    /// <typeparam name="TInner">The type of the wrapped call.</typeparam>
    /// <param name="inner">The next interceptor, or the stage. It may be invoked any number of times.</param>
    /// <param name="context">The stage, its run and its attempt.</param>
    /// <returns>The value that the stage appears to have returned.</returns>
    T Invoke<T, TInner>(TInner inner, StageContext context)
        where TInner : struct, ISynchronousStageCall<T>;
}
