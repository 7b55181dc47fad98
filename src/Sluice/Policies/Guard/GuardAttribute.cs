namespace Sluice;

/// <summary>
/// Makes the stage a guard: where it does not pass, nothing that depends on what it guards is run. It does not pass where it fails or,
/// where it returns <see cref="bool"/>, returns <see langword="false"/>. Anything else that it returns is a value that others take.
/// </summary>
/// <remarks>
/// With <see cref="Retry"/> the stages from the named one to the guard run again. What else depends on them waits for the guard, so
/// that it sees only what has passed. When no further attempt is made, or none is declared, the run fails with a
/// <see cref="GuardFailedException"/> that says why. Its inner exception is what the guard threw.
/// </remarks>
[AttributeUsage(AttributeTargets.Method)]
public sealed class GuardAttribute : Attribute
{
    /// <summary>The name of the stage from which on all runs again. It must come before the guard.</summary>
    public string? Retry { get; set; }

    /// <summary>How often the stages run at most, the first time included: 2 or more. 3 where it is left out.</summary>
    public int Attempts { get; set; } = 3;

    /// <summary>How long after the first start a further attempt may begin. No limit where it is left out.</summary>
    public string? Timeout { get; set; }

    /// <summary>
    /// Whether attempts go on although the stage named by <see cref="Retry"/> gave a value equal to that of the attempt before.
    /// </summary>
    public bool AllowNoProgress { get; set; }
}
