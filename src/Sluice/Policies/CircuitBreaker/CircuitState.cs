namespace Sluice;

/// <summary>What a circuit lets through.</summary>
public enum CircuitState
{
    /// <summary>Every call.</summary>
    Closed,

    /// <summary>No call, until the break is over.</summary>
    Open,

    /// <summary>One call, which decides whether it closes.</summary>
    HalfOpen,

    /// <summary>No call, until it is reset: somebody has isolated it.</summary>
    Isolated,
}
