namespace Sluice;

/// <summary>
/// Caches the output of a stage and returns it again for the same key. Runs that need the same key at the same time
/// share one call; if that call is cancelled, another run takes over. Failures are not cached.
/// </summary>
/// <remarks>
/// <para>
/// The values belong to the pipeline instance, unless <see cref="Store"/> names another place. Values that the stage
/// reads from its <see cref="StageContext"/>, such as the user of <see cref="StageContext.Run"/>, are not part of the
/// key, so a run may receive a value that was made for another run. A stage that takes the <see cref="RunContext"/>
/// itself must name a <see cref="Key"/>.
/// </para>
/// <para>
/// If the call that computes a value requests that same value, through any number of runs and caches, it fails with an
/// <see cref="InvalidOperationException"/> that names the stage and the key. Work that the stage starts without
/// awaiting it counts as part of the call until the call ends, unless the stage suppresses the flow of the execution
/// context.
/// </para>
/// </remarks>
/// <param name="timeToLive">
/// The lifetime of a value in the format of <see cref="TimeSpan"/>, such as <c>"00:05:00"</c>.
/// </param>
[AttributeUsage(AttributeTargets.Method)]
public sealed class CachedAttribute(string timeToLive) : Attribute
{
    /// <summary>The lifetime of a value, in the format of <see cref="TimeSpan"/>.</summary>
    public string TimeToLive { get; } = timeToLive;

    /// <summary>
    /// The maximum number of values. The least recently used value is removed first. The default is 1,024.
    /// </summary>
    public int Size { get; set; } = 1024;

    /// <summary>
    /// The name of the method that returns the key. It may take the parameters of the stage, by name and type. By
    /// default, the key consists of all inputs of the stage.
    /// </summary>
    public string? Key { get; set; }

    /// <summary>
    /// The name of a field or property of the declaring type that holds an <see cref="ICacheStore"/>. The store then
    /// keeps the values instead of the pipeline instance.
    /// </summary>
    public string? Store { get; set; }
}
