namespace Sluice;

/// <summary>Keeps the values of <see cref="CachedAttribute"/> stages elsewhere than in the pipeline instance. It must be thread-safe.</summary>
/// <remarks>What it throws is a failure of the stage. It must not call for the stage whose values it keeps. A store that may be away should say that it has nothing, and keep nothing.</remarks>
public interface ICacheStore
{
    /// <summary>Looks for a value.</summary>
    /// <typeparam name="TKey">The type of the key.</typeparam>
    /// <typeparam name="TValue">The type of the value.</typeparam>
    /// <param name="stage">The stage, with its pipeline: values of other stages are others, whatever their keys.</param>
    /// <param name="key">The key.</param>
    /// <param name="cancellationToken">Ends the search.</param>
    /// <returns>The value, or none.</returns>
    ValueTask<Optional<TValue>> GetAsync<TKey, TValue>(string stage, TKey key, CancellationToken cancellationToken);

    /// <summary>Keeps a value.</summary>
    /// <typeparam name="TKey">The type of the key.</typeparam>
    /// <typeparam name="TValue">The type of the value.</typeparam>
    /// <param name="stage">The stage, with its pipeline.</param>
    /// <param name="key">The key.</param>
    /// <param name="value">The value.</param>
    /// <param name="timeToLive">How long it may be given.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    /// <returns>A task that ends when the value is kept.</returns>
    ValueTask SetAsync<TKey, TValue>(
        string stage,
        TKey key,
        TValue value,
        TimeSpan timeToLive,
        CancellationToken cancellationToken
    );
}
