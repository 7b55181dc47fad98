namespace Sluice.CompilerServices;

/// <summary>A pool that drops the objects that it does not need.</summary>
internal interface ITrimmedPool
{
    /// <summary>Drops as many objects as were idle since the last call. Called on the finaliser thread; it must not throw.</summary>
    void Trim();
}
