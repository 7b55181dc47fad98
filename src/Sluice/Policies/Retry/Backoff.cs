namespace Sluice;

/// <summary>Specifies how the delay between the attempts of a <see cref="RetryAttribute"/> grows.</summary>
public enum Backoff
{
    /// <summary>The delay stays the same: <c>delay</c>.</summary>
    Constant,

    /// <summary>The delay grows by a constant amount: <c>delay · (n + 1)</c> after <c>n</c> retries.</summary>
    Linear,

    /// <summary>The delay grows by a constant factor: <c>delay · factorⁿ</c> after <c>n</c> retries.</summary>
    Exponential,
}
