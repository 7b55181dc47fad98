namespace Sluice.Tests.CompilerServices.Policies;

/// <summary>Records the beginning of each intercepted call and its successful end, and can fail or repeat the call.</summary>
internal sealed class JournalInterceptor(string name, List<string> journal) : IStageInterceptor
{
    /// <summary>The number of inner calls.</summary>
    public int Calls { get; init; } = 1;

    /// <summary>The exception to throw before the inner call.</summary>
    public Exception? Failure { get; init; }

    public async ValueTask<T> InvokeAsync<T, TInner>(TInner inner, StageContext context)
        where TInner : struct, IStageCall<T>
    {
        journal.Add($"before {name} of {context.StageName}");
        if (Failure is not null)
        {
            throw Failure;
        }

        var returned = default(T);
        for (var call = 0; call < Calls; call++)
        {
            returned = await inner.InvokeAsync();
        }

        journal.Add($"after {name}");
        return returned!;
    }
}
