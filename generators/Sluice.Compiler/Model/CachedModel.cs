namespace Sluice.Compiler.Model;

/// <summary>How what a stage returned is kept.</summary>
/// <param name="TimeToLive">How long, in ticks.</param>
/// <param name="Size">How many values.</param>
/// <param name="Key">The method that makes the key, or <see langword="null"/> where the inputs are the key.</param>
/// <param name="Store">The member that keeps the values, not escaped, or <see langword="null"/>.</param>
/// <param name="StoreIsStatic">Whether that member is static.</param>
internal sealed record CachedModel(
    long TimeToLive,
    int Size,
    PolicyMethodModel? Key,
    string? Store,
    bool StoreIsStatic
);
