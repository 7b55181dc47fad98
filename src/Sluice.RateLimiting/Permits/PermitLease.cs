using System.Threading.RateLimiting;

namespace Sluice.RateLimiting.Permits;

/// <summary>
/// The result of a request for permits. Disposal returns nothing, because permits are restored by time.
/// </summary>
internal sealed class PermitLease : RateLimitLease
{
    /// <summary>The lease of a caller that received its permits.</summary>
    public static readonly PermitLease Acquired = new(retryAfter: null);

    /// <summary>The lease of a caller that was waiting when the limiter was disposed.</summary>
    public static readonly PermitLease Ended = new(retryAfter: null);

    private readonly TimeSpan? _retryAfter;

    private PermitLease(TimeSpan? retryAfter) => _retryAfter = retryAfter;

    public override bool IsAcquired => this == Acquired;

    public override IEnumerable<string> MetadataNames => _retryAfter is null ? [] : [MetadataName.RetryAfter.Name];

    public static PermitLease Refused(TimeSpan retryAfter) => new(retryAfter);

    public override bool TryGetMetadata(string metadataName, out object? metadata)
    {
        var isKnown = _retryAfter is not null && metadataName == MetadataName.RetryAfter.Name;
        metadata = isKnown ? _retryAfter : null;
        return isKnown;
    }
}
