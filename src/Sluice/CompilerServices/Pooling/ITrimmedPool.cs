namespace Sluice.CompilerServices;

/// <summary>A pool that lets go of what it does not need.</summary>
internal interface ITrimmedPool
{
    /// <summary>Lets go of what was idle all the time since the last call. It is called on the finaliser's thread and must not throw.</summary>
    void Trim();
}
