namespace Sluice;

/// <summary>
/// How the waits of a <see cref="RetryAttribute"/> are spread, so that callers which failed together do not come back together. The
/// kinds are those of M. Brooker, "Exponential Backoff and Jitter", AWS Architecture Blog, 2015.
/// </summary>
public enum Jitter
{
    /// <summary>Not at all.</summary>
    None,

    /// <summary>Evenly between nothing and the wait.</summary>
    Full,

    /// <summary>Half of the wait, and evenly between nothing and the other half.</summary>
    Equal,

    /// <summary>Evenly between the first delay and three times the wait before, so that it does not depend on the backoff.</summary>
    Decorrelated,
}
