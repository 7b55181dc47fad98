using System.ComponentModel;

namespace Sluice.CompilerServices;

/// <summary>
/// A call of a synchronous stage through an interceptor. The next outer interceptor receives it as its inner call.
/// </summary>
/// <typeparam name="TInterceptor">The type of the interceptor.</typeparam>
/// <typeparam name="TInner">The type of the wrapped call.</typeparam>
/// <typeparam name="T">The return type of the stage.</typeparam>
/// <param name="interceptor">The interceptor.</param>
/// <param name="inner">The wrapped call.</param>
/// <param name="context">The stage, its run and its attempt.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
#pragma warning disable CA1815 // Calls are not compared.
public struct SynchronousInterceptedCall<TInterceptor, TInner, T>(
    TInterceptor interceptor,
    TInner inner,
    StageContext context
) : ISynchronousStageCall<T>
#pragma warning restore CA1815
    where TInterceptor : ISynchronousStageInterceptor
    where TInner : struct, ISynchronousStageCall<T>
{
    // Not read-only, because a struct interceptor would be copied for the call.
    private TInterceptor _interceptor = interceptor;

    /// <inheritdoc />
    public T Invoke() => _interceptor.Invoke<T, TInner>(inner, context);
}
