namespace Sluice.Tests.CompilerServices.Caching;

/// <summary>A store that returns a value for every key synchronously.</summary>
internal sealed class ConstantStore : ICacheStore
{
    public ValueTask<Optional<TValue>> GetAsync<TKey, TValue>(
        string stage,
        TKey key,
        CancellationToken cancellationToken
    ) => new(Optional.Value(default(TValue)!));

    public ValueTask SetAsync<TKey, TValue>(
        string stage,
        TKey key,
        TValue value,
        TimeSpan timeToLive,
        CancellationToken cancellationToken
    ) => default;
}
