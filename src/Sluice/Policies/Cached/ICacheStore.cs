namespace Sluice;

/// <summary>
/// Stores the values of <see cref="CachedAttribute"/> stages outside the pipeline instance. Implementations must be
/// thread-safe.
/// </summary>
/// <remarks>
/// An exception from a store is a failure of the stage. If the backend of a store is unavailable, the store should
/// return no value and discard values. A store must not call the stage whose values it keeps.
/// </remarks>
public interface ICacheStore
{
    /// <summary>Gets a value.</summary>
    /// <typeparam name="TKey">The type of the key.</typeparam>
    /// <typeparam name="TValue">The type of the value.</typeparam>
    /// <param name="stage">
    /// The name of the stage and its pipeline. Values of different stages are separate even if their keys are equal.
    /// </param>
    /// <param name="key">The key.</param>
    /// <param name="cancellationToken">A token that cancels the operation.</param>
    /// <returns>The value, or an optional without a value if the store has none.</returns>
    ValueTask<Optional<TValue>> GetAsync<TKey, TValue>(string stage, TKey key, CancellationToken cancellationToken);

    /// <summary>Stores a value.</summary>
    /// <typeparam name="TKey">The type of the key.</typeparam>
    /// <typeparam name="TValue">The type of the value.</typeparam>
    /// <param name="stage">The name of the stage and its pipeline.</param>
    /// <param name="key">The key.</param>
    /// <param name="value">The value to store.</param>
    /// <param name="timeToLive">The time for which the value may be returned.</param>
    /// <param name="cancellationToken">A token that cancels the operation.</param>
    /// <returns>A task that completes when the value is stored.</returns>
    ValueTask SetAsync<TKey, TValue>(
        string stage,
        TKey key,
        TValue value,
        TimeSpan timeToLive,
        CancellationToken cancellationToken
    );
}
