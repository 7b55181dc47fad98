namespace Sluice;

/// <summary>Wraps calls of stages: it may observe them, replace what they return, leave them out, or fail.</summary>
/// <remarks>
/// Implement it with a struct or a sealed class, so that calls are specialised for it. A stage that returns nothing is wrapped with
/// <see cref="ValueTuple"/> as its type. Where it is implemented beside <see cref="ISynchronousStageInterceptor"/>, that one wraps
/// synchronous stages; alone, it makes them asynchronous. It must be thread-safe.
/// </remarks>
public interface IStageInterceptor
{
    /// <summary>Wraps a call.</summary>
    /// <typeparam name="T">What the stage returns.</typeparam>
    /// <typeparam name="TInner">What is wrapped.</typeparam>
    /// <param name="inner">The next interceptor, or the stage. It may be invoked any number of times.</param>
    /// <param name="context">The stage, its run and its attempt.</param>
    /// <returns>What the stage is to have returned.</returns>
    ValueTask<T> InvokeAsync<T, TInner>(TInner inner, StageContext context)
        where TInner : struct, IStageCall<T>;
}
