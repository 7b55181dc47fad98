using System.ComponentModel;

namespace Sluice.CompilerServices;

/// <summary>A call of a stage inside of an interceptor: what the next interceptor outside gets as its inner call.</summary>
/// <typeparam name="TInterceptor">The type of the interceptor.</typeparam>
/// <typeparam name="TInner">The type of what it wraps.</typeparam>
/// <typeparam name="T">What the stage returns.</typeparam>
/// <param name="interceptor">The interceptor.</param>
/// <param name="inner">What it wraps.</param>
/// <param name="context">The stage, its run and its attempt.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
#pragma warning disable CA1815 // Nobody compares two of them.
public struct InterceptedCall<TInterceptor, TInner, T>(TInterceptor interceptor, TInner inner, StageContext context)
    : IStageCall<T>
#pragma warning restore CA1815
    where TInterceptor : IStageInterceptor
    where TInner : struct, IStageCall<T>
{
    // Not readonly: an interceptor that is a struct would be copied for the call.
    private TInterceptor _interceptor = interceptor;

    /// <inheritdoc />
    public ValueTask<T> InvokeAsync() => _interceptor.InvokeAsync<T, TInner>(inner, context);
}
