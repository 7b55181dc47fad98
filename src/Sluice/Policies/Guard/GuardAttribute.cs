namespace Sluice;

/// <summary>Makes a stage a guard: if it does not pass, no stage runs that depends on the guarded values.</summary>
/// <remarks>
/// <para>
/// A guard does not pass if it fails, or if it returns <see cref="bool"/> and the result is <see langword="false"/>.
/// Any other return value is an ordinary output for other stages.
/// </para>
/// <para>
/// If <see cref="Retry"/> is set, the stages from the named one to the guard run again. Other stages that depend on
/// them wait for the guard, so they see only values that passed. If no further attempt is made, or no retry is
/// declared, the run fails with a <see cref="GuardFailedException"/> that gives the reason. Its inner exception is the
/// exception that the guard threw, if any.
/// </para>
/// </remarks>
[AttributeUsage(AttributeTargets.Method)]
public sealed class GuardAttribute : Attribute
{
    /// <summary>The name of the stage at which a further attempt begins. It must come before the guard.</summary>
    public string? Retry { get; set; }

    /// <summary>The maximum number of attempts, including the first. Must be at least 2. The default is 3.</summary>
    public int Attempts { get; set; } = 3;

    /// <summary>
    /// The time after the first start within which a further attempt may begin, in the format of
    /// <see cref="TimeSpan"/>. By default there is no limit.
    /// </summary>
    public string? Timeout { get; set; }

    /// <summary>
    /// Whether attempts continue even if the stage named by <see cref="Retry"/> returned a value equal to that of the
    /// previous attempt.
    /// </summary>
    public bool AllowNoProgress { get; set; }
}
