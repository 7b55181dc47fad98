namespace Sluice;

/// <summary>
/// Specifies how the delays of a <see cref="RetryAttribute"/> are randomized, so that callers that failed together do
/// not retry together.
/// </summary>
/// <remarks>The kinds are those of M. Brooker, "Exponential Backoff and Jitter", AWS Architecture Blog, 2015.</remarks>
public enum Jitter
{
    /// <summary>The delay is not randomized.</summary>
    None,

    /// <summary>The delay is uniformly distributed between zero and the computed delay.</summary>
    Full,

    /// <summary>The delay is half of the computed delay plus a uniformly distributed part of the other half.</summary>
    Equal,

    /// <summary>
    /// The delay is uniformly distributed between the first delay and three times the previous delay, independent of
    /// the backoff.
    /// </summary>
    Decorrelated,
}
