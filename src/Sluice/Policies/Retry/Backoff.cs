namespace Sluice;

/// <summary>How the wait between the attempts of a <see cref="RetryAttribute"/> grows.</summary>
public enum Backoff
{
    /// <summary>The same wait each time: <c>delay</c>.</summary>
    Constant,

    /// <summary>A wait that grows by the delay each time: <c>delay · (n + 1)</c> after <c>n</c> retries.</summary>
    Linear,

    /// <summary>A wait that is multiplied each time: <c>delay · factorⁿ</c> after <c>n</c> retries.</summary>
    Exponential,
}
