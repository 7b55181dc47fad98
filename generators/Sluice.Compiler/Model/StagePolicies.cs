namespace Sluice.Compiler.Model;

/// <summary>
/// What is compiled around the calls of a stage. In the order in which they wrap it, outermost first: fallback, cache, total timeout,
/// retry, circuit breaker, rate limit, concurrency limit, attempt timeout, interceptors.
/// </summary>
internal sealed record StagePolicies
{
    /// <summary>No policy at all.</summary>
    public static StagePolicies None { get; } = new();

    public FallbackModel? Fallback { get; init; }

    public CachedModel? Cached { get; init; }

    public TimeoutModel? Timeout { get; init; }

    public RetryModel? Retry { get; init; }

    public CircuitBreakerModel? CircuitBreaker { get; init; }

    public RateLimitModel? RateLimit { get; init; }

    public ConcurrencyModel? Concurrency { get; init; }

    /// <summary>The interceptors, outermost first.</summary>
    public EquatableArray<InterceptorModel> Interceptors { get; init; }

    /// <summary>
    /// Whether the calls use what the stages of a run share: to count the attempts, or to tell somebody about the stage.
    /// </summary>
    public bool NeedScope => Retry is not null || Interceptors.Count > 0 || Methods.Any(method => method.TakesContext);

    /// <summary>Whether the calls read the run's clock.</summary>
    public bool ReadClock => this is not { Cached: null, Timeout: null, CircuitBreaker: null, RateLimit: null };

    /// <summary>
    /// Whether the stage may end later than its call returns although its method gives no task: something has to be waited for.
    /// </summary>
    public bool Waits =>
        Cached is not null
        || RateLimit is not null
        || Concurrency is not null
        || Retry is { Waits: true }
        || Fallback is { Method.Return: not ReturnShape.Synchronous }
        || Interceptors.Any(interceptor => !interceptor.IsSynchronous);

    /// <summary>The methods that they name.</summary>
    public IEnumerable<PolicyMethodModel> Methods =>
        ((PolicyMethodModel?[])[Fallback?.Method, Cached?.Key, Retry?.When]).OfType<PolicyMethodModel>();
}
