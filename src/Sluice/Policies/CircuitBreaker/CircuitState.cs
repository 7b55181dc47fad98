namespace Sluice;

/// <summary>Specifies the calls that a circuit allows.</summary>
public enum CircuitState
{
    /// <summary>All calls are allowed.</summary>
    Closed,

    /// <summary>No call is allowed until the break is over.</summary>
    Open,

    /// <summary>One call is allowed, which decides whether the circuit closes.</summary>
    HalfOpen,

    /// <summary>No call is allowed until the circuit is reset, because it was isolated manually.</summary>
    Isolated,
}
