namespace Sluice.Compiler.Policies;

/// <summary>
/// The layers of policies around a stage, outermost first. Policies wrap a stage in this order, in whichever order its
/// attributes are written. The order is stated only here.
/// </summary>
internal enum PolicyLayer
{
    Fallback,
    Cache,
    TotalTimeout,
    Retry,
    Hedge,
    CircuitBreaker,
    RateLimit,
    Concurrency,
    AttemptTimeout,
    Interceptors,
}
