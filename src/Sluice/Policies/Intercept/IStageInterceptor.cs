namespace Sluice;

/// <summary>
/// Wraps the calls of stages. An interceptor can observe a call, replace its result, omit it, or fail. Implementations
/// must be thread-safe.
/// </summary>
/// <remarks>
/// <para>
/// Implement this interface with a struct or a sealed class, so that calls are specialized for the type. For a stage
/// without a return value, the value type is <see cref="ValueTuple"/>.
/// </para>
/// <para>
/// If a type also implements <see cref="ISynchronousStageInterceptor"/>, that interface wraps synchronous stages.
/// Otherwise, the interceptor makes them asynchronous.
/// </para>
/// </remarks>
public interface IStageInterceptor
{
    /// <summary>Wraps a call.</summary>
    /// <typeparam name="T">The return type of the stage.</typeparam>
    /// <typeparam name="TInner">The type of the wrapped call.</typeparam>
    /// <param name="inner">The next interceptor, or the stage. It may be invoked any number of times.</param>
    /// <param name="context">The stage, its run and its attempt.</param>
    /// <returns>The value that the stage appears to have returned.</returns>
    ValueTask<T> InvokeAsync<T, TInner>(TInner inner, StageContext context)
        where TInner : struct, IStageCall<T>;
}
