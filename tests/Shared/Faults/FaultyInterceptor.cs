namespace Sluice.Tests.Shared.Faults;

/// <summary>An interceptor that waits before and after the call.</summary>
public readonly record struct FaultyInterceptor : IStageInterceptor, ISynchronousStageInterceptor
{
    public async ValueTask<T> InvokeAsync<T, TInner>(TInner inner, StageContext context)
        where TInner : struct, IStageCall<T>
    {
        context.ReportProgress(0);
        var result = await inner.InvokeAsync().ConfigureAwait(false);
        context.ReportProgress(1);
        return result;
    }

    public T Invoke<T, TInner>(TInner inner, StageContext context)
        where TInner : struct, ISynchronousStageCall<T>
    {
        context.ReportProgress(0);
        var result = inner.Invoke();
        context.ReportProgress(1);
        return result;
    }
}
