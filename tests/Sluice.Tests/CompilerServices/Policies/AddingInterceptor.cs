namespace Sluice.Tests.CompilerServices.Policies;

/// <summary>Adds a number to the results of stages.</summary>
internal struct AddingInterceptor(int addend) : IStageInterceptor, ISynchronousStageInterceptor
{
    public ValueTask<T> InvokeAsync<T, TInner>(TInner inner, StageContext context)
        where TInner : struct, IStageCall<T>
    {
        var task = inner.InvokeAsync();
        return task.IsCompletedSuccessfully ? new ValueTask<T>(Add(task.Result)) : task;
    }

    public T Invoke<T, TInner>(TInner inner, StageContext context)
        where TInner : struct, ISynchronousStageCall<T>
    {
        return Add(inner.Invoke());
    }

    private readonly T Add<T>(T returned)
    {
        if (typeof(T) == typeof(int))
        {
            var sum = (int)(object)returned! + addend;
            return (T)(object)sum;
        }

        return returned;
    }
}
