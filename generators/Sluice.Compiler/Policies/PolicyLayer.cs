namespace Sluice.Compiler.Policies;

/// <summary>
/// The layers of policies around a stage, outermost first. This is the order in which policies wrap a stage, however its attributes are
/// written; nothing else states it.
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
