namespace Sluice.Tests.CompilerServices.Policies;

/// <summary>Writes down when it is called and when what it wraps has ended, and does to it what it is told to.</summary>
internal sealed class JournalInterceptor(string name, List<string> journal) : IStageInterceptor
{
    /// <summary>How often it calls what it wraps.</summary>
    public int Calls { get; init; } = 1;

    /// <summary>What it fails with before it calls.</summary>
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
