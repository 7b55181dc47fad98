namespace Sluice;

/// <summary>
/// Keeps what the stage returned and returns it again for the same key. Runs that need the same key at the same time wait for one
/// call; where that is cancelled, one of them takes over. Failures are not kept.
/// </summary>
/// <remarks>
/// The values belong to the pipeline instance, unless <see cref="Store"/> names where else they are kept. What the stage reads from its
/// <see cref="StageContext"/>, such as the user of <see cref="StageContext.Run"/>, is no part of the key: a run may get what was made
/// for another. A stage that takes the <see cref="RunContext"/> itself has to name a <see cref="Key"/>.
/// <para>
/// If the call that computes a value asks for that value itself, through whichever runs and caches, it fails with an
/// <see cref="InvalidOperationException"/> that names the stage and the key. What the stage starts and does not await counts as a part
/// of the call until the call ends, unless the stage starts it without its execution context.
/// </para>
/// </remarks>
/// <param name="timeToLive">How long a value is kept, such as <c>"00:05:00"</c> in the format of <see cref="TimeSpan"/>.</param>
[AttributeUsage(AttributeTargets.Method)]
public sealed class CachedAttribute(string timeToLive) : Attribute
{
    /// <summary>How long a value is kept.</summary>
    public string TimeToLive { get; } = timeToLive;

    /// <summary>How many values are kept at most; the one that was not used for longest goes first. 1,024 where it is left out.</summary>
    public int Size { get; set; } = 1024;

    /// <summary>
    /// The method that makes the key. It may take what the stage takes (parameters of the same name and type). Where it is left out,
    /// the key is all the stage's inputs.
    /// </summary>
    public string? Key { get; set; }

    /// <summary>
    /// The name of a field or property of the type that declares the stage, an <see cref="ICacheStore"/>, that keeps the values
    /// instead.
    /// </summary>
    public string? Store { get; set; }
}
